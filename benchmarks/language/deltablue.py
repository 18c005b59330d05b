"""Virtual calls over a graph of constraints: DeltaBlue's incremental planner (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure

REQUIRED, STRONG_DEFAULT, DEFAULT, WEAK_DEFAULT, WEAKEST = 0, 2, 4, 5, 6
"""Strengths: the smaller the stronger."""
NONE, FORWARD, BACKWARD = 0, 1, -1
"""Which way a constraint is satisfied."""


class Variable:
    """A value with what determines it; `mark` says which traversal saw it last."""

    def __init__(self, value: int) -> None:
        self.value = value
        self.constraints: list[Constraint] = []
        self.determined_by: Constraint | None = None
        self.mark = 0
        self.strength = WEAKEST
        self.stay = True


class Constraint:
    def __init__(self, strength: int) -> None:
        self.strength = strength

    def is_input(self) -> bool:
        return False

    def is_satisfied(self) -> bool:
        raise NotImplementedError

    def add_to_graph(self) -> None:
        raise NotImplementedError

    def remove_from_graph(self) -> None:
        raise NotImplementedError

    def choose(self, mark: int) -> None:
        raise NotImplementedError

    def unsatisfy(self) -> None:
        raise NotImplementedError

    def mark_inputs(self, mark: int) -> None:
        raise NotImplementedError

    def inputs_known(self, mark: int) -> bool:
        raise NotImplementedError

    def output(self) -> Variable:
        raise NotImplementedError

    def execute(self) -> None:
        raise NotImplementedError

    def recalculate(self) -> None:
        raise NotImplementedError

    def satisfy(self, mark: int, planner: Planner) -> Constraint | None:
        """Enforce it if possible; the constraint that was overridden."""
        self.choose(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        output.determined_by = self
        if not planner.propagate(self, mark):
            raise RuntimeError("a cycle")
        output.mark = mark
        return overridden


class Unary(Constraint):
    """A constraint of one variable."""

    def __init__(self, variable: Variable, strength: int, planner: Planner) -> None:
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        planner.add(self)

    def is_satisfied(self) -> bool:
        return self.satisfied

    def add_to_graph(self) -> None:
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self) -> None:
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose(self, mark: int) -> None:
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def unsatisfy(self) -> None:
        self.satisfied = False

    def mark_inputs(self, mark: int) -> None:
        pass

    def inputs_known(self, mark: int) -> bool:
        return True

    def output(self) -> Variable:
        return self.variable

    def recalculate(self) -> None:
        self.variable.strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()


class Stay(Unary):
    """The variable keeps its value."""

    def execute(self) -> None:
        pass


class Edit(Unary):
    """The variable is set from outside."""

    def is_input(self) -> bool:
        return True

    def execute(self) -> None:
        pass


class Binary(Constraint):
    """A constraint between two variables."""

    def __init__(self, first: Variable, second: Variable, strength: int, planner: Planner) -> None:
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NONE
        planner.add(self)

    def is_satisfied(self) -> bool:
        return self.direction != NONE

    def add_to_graph(self) -> None:
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = NONE

    def remove_from_graph(self) -> None:
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = NONE

    def choose(self, mark: int) -> None:
        first, second = self.first, self.second
        if first.mark == mark:
            can = second.mark != mark and self.strength < second.strength
            self.direction = FORWARD if can else NONE
        elif second.mark == mark:
            can = first.mark != mark and self.strength < first.strength
            self.direction = BACKWARD if can else NONE
        elif first.strength > second.strength:
            self.direction = BACKWARD if self.strength < first.strength else NONE
        else:
            self.direction = FORWARD if self.strength < second.strength else NONE

    def unsatisfy(self) -> None:
        self.direction = NONE

    def input(self) -> Variable:
        return self.first if self.direction == FORWARD else self.second

    def output(self) -> Variable:
        return self.second if self.direction == FORWARD else self.first

    def mark_inputs(self, mark: int) -> None:
        self.input().mark = mark

    def inputs_known(self, mark: int) -> bool:
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None

    def recalculate(self) -> None:
        source, target = self.input(), self.output()
        target.strength = max(self.strength, source.strength)
        target.stay = source.stay
        if target.stay:
            self.execute()


class Equal(Binary):
    def execute(self) -> None:
        self.output().value = self.input().value


class Scale(Binary):
    """second = first * scale + offset"""

    def __init__(
        self, first: Variable, scale: Variable, offset: Variable, second: Variable, planner: Planner
    ) -> None:
        self.scale = scale
        self.offset = offset
        super().__init__(first, second, REQUIRED, planner)

    def add_to_graph(self) -> None:
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self) -> None:
        super().remove_from_graph()
        self.scale.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark: int) -> None:
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def execute(self) -> None:
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self) -> None:
        source, target = self.input(), self.output()
        target.strength = max(self.strength, source.strength)
        target.stay = source.stay and self.scale.stay and self.offset.stay
        if target.stay:
            self.execute()


class Planner:
    def __init__(self) -> None:
        self.mark = 0

    def new_mark(self) -> int:
        self.mark += 1
        return self.mark

    def add(self, constraint: Constraint) -> None:
        constraint.add_to_graph()
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint: Constraint) -> None:
        output = constraint.output()
        constraint.unsatisfy()
        constraint.remove_from_graph()
        lost = self.forget_downstream(output)
        for strength in range(REQUIRED, WEAKEST + 1):
            for one in lost:
                if one.strength == strength:
                    mark = self.new_mark()
                    overridden = one.satisfy(mark, self)
                    while overridden is not None:
                        overridden = overridden.satisfy(mark, self)

    def propagate(self, constraint: Constraint, mark: int) -> bool:
        """Recalculate what follows from the constraint; False when it comes back to it."""
        todo = [constraint]
        while todo:
            one = todo.pop()
            if one.output().mark == mark:
                return False
            one.recalculate()
            self.add_consumers(one.output(), todo)
        return True

    def forget_downstream(self, output: Variable) -> list[Constraint]:
        """Undo what the variable determined; the constraints that are not satisfied now."""
        output.determined_by = None
        output.strength = WEAKEST
        output.stay = True
        unsatisfied: list[Constraint] = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            consumers: list[Constraint] = []
            self.add_consumers(variable, consumers)
            for one in consumers:
                one.recalculate()
                todo.append(one.output())
        return unsatisfied

    def add_consumers(self, variable: Variable, found: list[Constraint]) -> None:
        for constraint in variable.constraints:
            if constraint is not variable.determined_by and constraint.is_satisfied():
                found.append(constraint)

    def plan_from(self, sources: list[Constraint]) -> list[Constraint]:
        """The satisfied constraints that follow from the sources, in the order to execute them."""
        mark = self.new_mark()
        plan: list[Constraint] = []
        todo = list(sources)
        while todo:
            one = todo.pop()
            output = one.output()
            if output.mark != mark and one.inputs_known(mark):
                plan.append(one)
                output.mark = mark
                self.add_consumers(output, todo)
        return plan


def change(planner: Planner, variable: Variable, value: int) -> None:
    edit = Edit(variable, STRONG_DEFAULT, planner)
    plan = planner.plan_from([edit])
    for _ in range(10):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    planner.remove(edit)


def chain(length: int) -> bool:
    """Equalities in a row: what is set at one end arrives at the other."""
    planner = Planner()
    variables = [Variable(0) for _ in range(length + 1)]
    for first, second in zip(variables, variables[1:]):
        Equal(first, second, REQUIRED, planner)
    Stay(variables[-1], DEFAULT, planner)
    edit = Edit(variables[0], STRONG_DEFAULT, planner)
    plan = planner.plan_from([edit])
    good = True
    for value in range(100):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        good = good and variables[-1].value == value
    planner.remove(edit)
    return good


def projection(count: int) -> bool:
    """Pairs of variables under one scale and offset, changed from every side."""
    planner = Planner()
    scale, offset = Variable(10), Variable(1000)
    pairs: list[tuple[Variable, Variable]] = []
    for i in range(count):
        source, target = Variable(i), Variable(i)
        pairs.append((source, target))
        Stay(source, DEFAULT, planner)
        Scale(source, scale, offset, target, planner)
    source, target = pairs[-1]
    change(planner, source, 17)
    good = target.value == 1170
    change(planner, target, 1050)
    good = good and source.value == 5
    change(planner, scale, 5)
    good = good and all(b.value == a.value * 5 + 1000 for a, b in pairs[:-1])
    change(planner, offset, 2000)
    return good and all(b.value == a.value * 5 + 2000 for a, b in pairs[:-1])


def run() -> bool:
    return chain(1500) and projection(1500)


if __name__ == "__main__":
    measure(run)
