"""Classes as values, class variables and enums."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.abstract import abstract_complaint, lacks_methods
from mirage.compiler.lower.annotations import class_annotations, class_hints
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_hooks import ClassHooks
from mirage.compiler.lower.class_slots import ANCESTORS, CONSTRUCTOR, DIRECTORY, IS_ABSTRACT
from mirage.compiler.lower.class_uses import BOXED_TOGETHER, MAKERS, only_looked_at
from mirage.compiler.lower.classes import (
    SHOWN_AS,
    ClassInst,
    Member,
    class_default,
    function_of,
    is_property,
    property_call,
)
from mirage.compiler.lower.dataclass_info import (
    is_dataclass_attribute,
    is_dataclass_itself,
    is_init_var,
    slots_of_dataclass,
    wrong_field,
)
from mirage.compiler.lower.enum_info import MEMBER_TABLES
from mirage.compiler.lower.functions import real_decorators, request_function
from mirage.compiler.lower.local_classes import ENVIRONMENT
from mirage.compiler.lower.metaclasses import (
    is_metaclass,
    metaclass_of,
    read_of_metaclass,
    refuse_metaclass,
    shown_metaclass,
)
from mirage.compiler.lower.names import documentation, qualified_name
from mirage.compiler.lower.object_dicts import of_class_or_module
from mirage.compiler.lower.overloads import has_body
from mirage.compiler.lower.refused import (
    OF_COPIES,
    refuse_borrowed,
    refuse_computed_flag,
    refuse_hidden,
    refuse_int_methods,
    refuse_method,
    refuse_options,
    refuse_private,
)
from mirage.compiler.lower.replaced_classes import is_replaced, replacement
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.vectors import binding_of
from mirage.compiler.lower.world import Refusal


class ClassAttributes(ClassHooks):
    # -- class objects --------------------------------------------------------------------------

    def class_object(self, inst: ClassInst) -> Value:
        self.world.instantiate(self.world.builtin("type"))
        if inst.layout.meta is not None:
            self.world.instantiate(self.world.inst_of_layout[inst.layout.meta])
        this = inst.this
        library = self.world.modules[inst.info.module_name].library
        used = self.world.memo.setdefault("class objects", {})
        assert isinstance(used, dict)
        used[inst.shape] = None
        callable_ = not library and not inst.info.is_abstract and ENVIRONMENT not in inst.fields
        if inst.layout.constructor is None and callable_:
            inst.layout.constructor = self.constructor_code(inst)
        return Value(ir.TypeObject(inst.layout), t.TypeT(this))

    def class_value(self, info: n.TypeInfo, node: n.Expression) -> Value:
        """A class used as a value; calling it later constructs."""
        if info.fullname == "typing.Any" and not self.library:
            return self.typing_form("Any")
        if is_replaced(self.world, info):
            variable = replacement(self.world, info)
            undefined, bad, ok = self.reg(Rep.BOOL), self.new_block("undefined"), self.new_block("defined")
            self.emit(ir.GlobalUndefined(undefined, variable))
            self.branch(undefined, bad, ok, likely=False)
            self.begin(bad)
            self.raise_runtime("errors.undefined_global", [ir.StrConst(info.name)], node)
            self.begin(ok)
            held = self.reg(Rep.REF, info.name)
            self.emit(ir.GetGlobal(held, variable))
            return Value(held, t.ANY)
        info = self.world.class_meant(info)
        wanted = self.type_of(node)
        self.one_class_object(info)
        inst = self.world.class_inst(info, ())
        if isinstance(wanted, t.TypeT) and isinstance(wanted.item, ClassT) and wanted.item.inst.info is info:
            inst = wanted.item.inst
        if (
            isinstance(wanted, t.CallableT)
            and isinstance(wanted.result, ClassT)
            and wanted.result.inst.info is info
        ):
            inst = wanted.result.inst
        known = any(not isinstance(arg, t.ObjectT) for arg in inst.args)
        unboxed = any(arg in (t.FLOAT, t.BOOL) for arg in inst.args)
        if not known or unboxed and info.fullname not in MAKERS:
            if not self.library and info.defn.type_vars and not only_looked_at(self.world, node):
                for base in info.mro:  # whatever is made through it: `map(list, rows)`
                    if base.fullname in BOXED_TOGETHER or base is info:
                        self.world.flows.box(base.fullname)
        value = self.class_object(inst)
        layout = inst.layout
        if layout.constructor is None:
            layout.constructor = self.constructor_code(inst)
        shown = layout.shown_by
        if unboxed and shown is not None and self.world.inst_of_layout[shown].info is info:
            return Value(ir.TypeObject(layout, makes=True), value.type)
        return value

    def one_class_object(self, info: n.TypeInfo) -> None:
        """`Box` is one object on CPython, whatever its type arguments: it has no layout for floats then.

        The library's lists keep theirs, and are shown by the layout of all lists (`ClassInst._shown_by`).
        """
        if info.defn.type_vars and self.world.is_user(info.module_name):
            self.world.flows.box(info.fullname)

    def constructor_code(self, inst: ClassInst) -> ir.Function:
        from mirage.compiler.lower.body import constructor_code

        return constructor_code(self.world, inst)

    def lower_constructor(self, inst: ClassInst) -> None:
        _, address, nargs, kwnames = self.function.params
        found = self.plain_initialiser(inst)
        complaint = abstract_complaint(inst.info)
        if complaint is not None:
            of_object = found is not None and found.owner.info.fullname == "builtins.object"
            if of_object and not inst.info.is_protocol:
                self.call(
                    self.runtime("calls.takes_none"),
                    [ir.StrConst(self.qualname_of(inst.info)), nargs, kwnames],
                )
            self.raise_runtime("errors.bad_arguments", [ir.StrConst(complaint)])
            return
        if found is not None:
            item = function_of(found.node)
            if found.owner.info.fullname == "builtins.object":
                name = ir.StrConst(self.qualname_of(inst.info))
                self.call(self.runtime("calls.takes_none"), [name, nargs, kwnames])
                self.terminate(ir.Return(self.allocated(inst).operand))
                return
            if item is not None:
                self.lower_bound_constructor(inst, found, item)
                return
        if inst.info.is_named_tuple:
            self.lower_keyword_constructor(inst)
            return
        keyword, plain = self.new_block("keyword"), self.new_block("plain")
        self.branch(self.prim(Rep.BOOL, "is", kwnames, ir.NoneConst()), plain, keyword, likely=True)
        self.begin(keyword)
        self.lower_keyword_constructor(inst)
        self.begin(plain)
        initialiser = inst.member("__init__")
        if initialiser is not None and initialiser.owner.info.fullname == "builtins.BaseException":
            item = function_of(initialiser.node)
            maker = inst.member("__new__")
            if item is not None and (maker is None or maker.owner.info.fullname == "builtins.object"):
                self.lower_bound_constructor(inst, initialiser, item)
                return
        bad = self.new_block("count")
        entry = self.block
        cases = []
        for count in range(max(most_arguments(inst), 4) + 1):
            block = self.new_block(f"n{count}")
            self.begin(block)
            args = [Arg(Value(self.load_argument(address, i), OBJECT)) for i in range(count)]
            try:
                if not self.constructible(inst, args):
                    raise Refusal(inst.info.defn, "arguments", "count")
                made = self.construct_dynamic(inst, args)
                if self.alive:
                    self.terminate(ir.Return(self.box(made)))
            except Refusal:
                block.ops.clear()
                self.begin(block)
                self.jump(bad)
            cases.append((count, block))
        self.begin(bad)
        most = ir.RawConst(most_arguments(inst), Rep.I64)
        self.raise_runtime("calls.wrong_count", [ir.StrConst(count_complaint(inst.info)), most, nargs])
        self.block = entry
        self.terminate(ir.Switch(nargs, cases, bad))

    def lower_keyword_constructor(self, inst: ClassInst) -> None:
        """Constructing with keywords, where one `__new__` or `__init__` serves all calls."""
        for name in ("__new__", "__init__"):
            found = inst.member(name)
            if inst.info.is_enum:
                found = self.world.class_inst(self.world.info("enum.Enum"), ()).member(name)
            item = function_of(found.node) if found is not None else None
            if found is None or item is None or found.owner.info.fullname == "builtins.object":
                continue
            if not has_body(item) and item.body.body:
                continue
            if name == "__init__":
                self.lower_bound_constructor(inst, found, item)
                return
            method = request_function(self.world, item, found.owner.code)
            self.world.instantiate(inst.code)
            library = self.world.modules[inst.info.module_name].library
            shown = inst.info.name if library else f"{inst.info.name}.__new__"
            values = self.bound_values(binding_of(method, shown, 1))
            if inst.info.is_enum:
                wanted = Arg(Value(values[0], OBJECT))
                self.terminate(ir.Return(self.box(self.enum_by_value(inst.info, [wanted], n.EllipsisExpr()))))
                return
            made = self.call(method.function, [self.class_object(inst).operand, *values])
            if self.alive:
                self.return_initialised(inst, Value(made, method.result))
            return
        text = f"{inst.info.name}() takes no keyword arguments"
        self.raise_runtime("errors.bad_arguments", [ir.StrConst(text)])

    def return_initialised(self, inst: ClassInst, made: Value) -> None:
        """What the application's `__new__` gave; if it is of the class, `__init__` gets the same too."""
        operand = self.box(self.stable(made))
        init = inst.member("__init__")
        item = function_of(init.node) if init is not None else None
        if init is not None and item is not None and self.world.is_user(init.owner.info.module_name):
            ours, done = self.new_block("initialise"), self.new_block("made")
            self.branch(self.is_instance(operand, ClassT(inst)), ours, done)
            self.begin(ours)
            method = request_function(self.world, item, init.owner.code)
            binding = binding_of(method, qualified_name(self.world, item, method.module), 1)
            self.call(method.function, [operand, *self.bound_values(binding)])
            if self.alive:
                self.jump(done)
            self.begin(done)
        self.terminate(ir.Return(operand))

    def plain_initialiser(self, inst: ClassInst) -> Member | None:
        """`__init__`, where constructing is allocating and calling it."""
        info = inst.info
        maker = inst.member("__new__")
        special = info.is_enum or info.is_named_tuple or info.is_protocol
        special |= info.fullname in ("builtins.OSError", "weakref.ReferenceType")
        if special or maker is not None and maker.owner.info.fullname != "builtins.object":
            return None
        if any(base.fullname in ("builtins.tuple", "builtins.BaseExceptionGroup") for base in info.mro):
            return None
        if inst.primitive is not None or info.module_name in ("builtins", "mirage.lowlevel"):
            return None
        found = inst.member("__init__")
        if found is None or isinstance(found.node, n.OverloadedFuncDef) and function_of(found.node) is None:
            return None
        return None if found.owner.info.fullname == "builtins.BaseException" else found

    def construct_dynamic(self, inst: ClassInst, args: list[Arg]) -> Value:
        if inst.info.fullname == "builtins.bool":
            return Value(self.truth(args[0].value, n.EllipsisExpr()) if args else ir.BoolConst(False), t.BOOL)
        if inst.info.fullname == "builtins.str" and len(args) == 1:
            return self.invoke(args[0].value, "__str__", [], n.EllipsisExpr(), self.world.str_type)
        if inst.info.is_enum:
            if not args:
                raise Refusal(inst.info.defn, "arguments", "a member is found by its value")
            return self.enum_by_value(inst.info, args, n.EllipsisExpr())
        return self.invoke_class(inst, args, n.EllipsisExpr())

    def constructible(self, inst: ClassInst, args: list[Arg]) -> bool:
        if inst.info.is_enum:
            return len(args) == 1  # a member is found by its value, whatever `__new__` takes
        types: list[Type] = [OBJECT for _ in args]
        for name in ("__new__", "__init__"):
            found = inst.member(name)
            if found is not None and found.owner.info.fullname not in ("builtins.object",):
                items = self.signatures(found.node)
                if items:
                    return any(self.fits(item, found.owner, types, args) for item in items)
        return not args

    def type_object(self, value: Value, looked_at: bool = False) -> Value:
        """`type(value)`; `looked_at`: nothing can call it (see class_uses.py)."""
        type_ = value.type
        self.world.instantiate(self.world.builtin("type"))
        if isinstance(type_, t.NoneT):
            return self.class_object(self.world.none_inst)
        if isinstance(type_, t.TypeT):
            looked_at = True  # a metaclass, which makes no objects of the program's classes
            item = type_.item if isinstance(value.operand, ir.TypeObject) else None
            meta = shown_metaclass(self.world, item.inst.info) if isinstance(item, ClassT) else None
            if meta is not None:
                return self.class_object(meta)
        if isinstance(type_, t.PrimT) and type_ != t.INT or isinstance(type_, ClassT) and type_.exact:
            inst = self.world.class_of(type_)
            assert inst is not None
            if not looked_at:
                self.one_class_object(inst.info)
            if not looked_at and (ENVIRONMENT in inst.fields or not self.library):
                self.world.classes_read[type_] = None
            return self.class_object(inst)
        parts = type_.items if isinstance(type_, t.UnionT) else (type_,)
        known = isinstance(type_, t.CallableT)
        unknown = not known and any(isinstance(part, t.ObjectT | t.CallableT) for part in parts)
        if not self.library and (known or unknown and self.world.flows.ask_class()):
            self.world.instantiate(self.world.class_inst(self.world.info("types.BuiltinFunctionType"), ()))
            if not known and not looked_at:
                self.world.classes_read[type_] = None
            kind = self.call(self.runtime("functions.class_of"), [self.box(value)])
            return Value(kind, self.world.builtin_type("type") if known else t.TypeT(type_))
        if not self.library and not looked_at:
            self.world.classes_read[type_] = None
            if isinstance(type_, ClassT):
                self.one_class_object(type_.inst.info)
        table_word = self.prim(Rep.U32, "class_id", self.box(value))
        offset = self.prim(Rep.U64, "shl", self.prim(Rep.U64, "convert", table_word), ir.RawConst(5, Rep.U64))
        place = self.prim(Rep.U64, "add", ir.ClassTable(), offset)
        address = self.reg(Rep.U32, "type")
        self.emit(ir.Load(address, self.prim(Rep.U64, "add", place, ir.RawConst(20, Rep.U64))))
        word = self.prim(Rep.U64, "convert", address)
        return Value(self.prim(Rep.REF, "bits_ref", word), t.TypeT(type_))

    # -- class variables ------------------------------------------------------------------------

    def class_attribute(self, info: n.TypeInfo, name: str, node: n.Expression) -> Value:
        """`C.name`."""
        info = self.world.class_meant(info)
        if metaclass_of(self.world, info) is not None:
            seen = read_of_metaclass(self.world, self.class_object(self.world.class_inst(info, ())), name)
            if seen is not None:
                return self.attribute(seen, name, node)
        if name in ("__name__", "__qualname__"):
            shown = SHOWN_AS[info.fullname].rpartition(".")[2] if info.fullname in SHOWN_AS else info.name
            return self.constant_str(shown if name == "__name__" else self.qualname_of(info))
        if name == "__module__":
            home = SHOWN_AS[info.fullname].rpartition(".")[0] if info.fullname in SHOWN_AS else ""
            return self.constant_str(home or spoken(info.module_name))
        if name == "__annotations__" and self.world.is_user(info.module_name):
            return class_annotations(self, info, node)
        if name == DIRECTORY:
            from mirage.compiler.lower.directories import list_of, names_of_class

            return list_of(self, names_of_class(self.world, info), node)
        if name == IS_ABSTRACT:
            return Value(ir.BoolConst(lacks_methods(info)), t.BOOL)
        if name == CONSTRUCTOR:  # what `inspect.signature` asks for
            from mirage.compiler.lower.signatures import constructor

            return constructor(self, info, node)
        if name == "__type_hints__":  # what `get_type_hints` asks for
            return class_hints(self, info, node)
        if name == "__doc__":
            text = documentation(info.defn)
            if text is None and is_dataclass_itself(info):  # CPython writes the signature, with its defaults
                what = f"`{info.name}.__doc__`, the text that `@dataclass` makes,"
                raise self.unsupported(node, what, "write a text of its own below the class statement")
            if text is None and info.is_named_tuple:
                made = self.named_tuple_variable(info, name, node)
                if made is not None:
                    return made
            return NONE_VALUE if text is None else self.constant_str(text)
        if name in ANCESTORS:
            return self.ancestors(info, name, node)
        inst = self.world.class_inst(info, ())
        found = inst.member(name)
        if found is None:
            if info.is_enum and name in MEMBER_TABLES:
                return self.enum_members_mapping(info, name, node)
            raise self.unsupported(node, f"`{info.name}.{name}`")
        if name == "__slots__" and (slots := slots_of_dataclass(found.owner.info)) is not None:
            return self.make_tuple([self.constant_str(slot) for slot in slots])
        if self.made_property(found) is not None:
            raise self.unsupported(node, f"`{info.name}.{name}` as a value")
        if self.descriptor(found, "__get__"):
            return self.read_descriptor(info, name, None, self.class_object(inst), node)
        if isinstance(found.node, n.Var):
            return self.class_variable(info, name, node)
        if isinstance(found.node, n.TypeInfo):
            return self.class_value(found.node, node)
        item = function_of(found.node)
        if item is None or is_property(found.node):
            if name == "__dict__":
                raise of_class_or_module(node)
            raise self.unsupported(node, f"`{info.name}.{name}` as a value")
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            value = self.decorated_method(found)
            if self.makes_descriptor(found):
                args = [Value(ir.NoneConst(), t.NONE), self.class_object(inst)]
                return self.invoke(value, "__get__", args, node, self.type_of(node) or OBJECT)
            if self.may_be_object(value, found) and not item.is_class:
                return self.got(self.stable(value), Value(ir.NoneConst(), t.NONE), self.class_object(inst))
            return value
        if item.is_class:
            return self.bound_method(self.class_object(inst), name, node)
        method = request_function(self.world, item, found.owner)
        self.world.instantiate(self.world.builtin("function"))
        type_ = t.CallableT(tuple(p.type for p in method.params), method.result)
        return Value(ir.FunctionObject(self.wrapper(method), self.function_name(item)), type_)

    def class_body(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        """Run what a class statement runs: class variables, defaults of methods, decorators."""
        for name in info.names:
            refusal = refuse_method(info, name)
            if refusal is not None and name in OF_COPIES:
                self.world.when_copied.append((self.module_name, refusal))
            elif refusal is not None:
                self.world.report(self.module_name, refusal)
        refusals = [refuse_private(info), refuse_int_methods(info)]
        if not self.library:
            refusals += [refuse_hidden(info), refuse_borrowed(self.world, info)]
            refusals += [refuse_options(self.world, info), refuse_computed_flag(info)]
        for refusal in refusals:
            if refusal is not None:
                self.world.report(self.module_name, refusal)
        if info.is_enum:
            self.enum_body(info, node)
            if not self.library:
                self.finish_class(info, node)
            return
        for base in info.bases if not self.library else ():
            if is_replaced(self.world, base.type):
                reason = f"`{base.type.name}` is what its decorator gave, no class to derive from"
                remedy = "let the decorator give the class back, or call it: `one = decorator(Class)`"
                raise Refusal(node, "dynamic-class", reason, remedy)
        if is_metaclass(info) and not self.library:
            refusal = refuse_metaclass(self.world, info)
            if refusal is not None:
                raise refusal
        if "namedtuple" in info.metadata:
            self.evaluate_field_defaults(info)
        if "dataclass" in info.metadata:
            self.refuse_descriptor_defaults(info, node)
            wrong = wrong_field(info)
            if wrong is not None:
                self.raise_runtime("errors.bad_arguments", [ir.StrConst(wrong)], node)
                self.begin(self.new_block("unreached"))
        for expression in node.base_type_exprs:
            if isinstance(expression, n.CallExpr) and isinstance(expression.analyzed, n.NamedTupleExpr):
                self.evaluate_field_defaults(expression.analyzed.info)
        with self.frame_of_class(node):
            self.class_statements(info, node)
        if "dataclass" in info.metadata and self.world.is_user(info.module_name):
            self.refuse_mutable_default(info)
        self.finish_class(info, node)

    def frame_of_class(self, node: n.ClassDef) -> AbstractContextManager[None]:
        """Inside, tracebacks show a frame of the class's name, and below it the class statement."""
        return self._frame_of_class(node)

    @contextmanager
    def _frame_of_class(self, node: n.ClassDef) -> Iterator[None]:
        if self.library:
            yield
            return
        outer, caught, escape = self.handler, self.reg(Rep.REF, "error"), self.new_block("escape")
        self.handler = ir.Handler(escape, caught)
        site = self.site(node)
        self.frame_names.append(node.name)
        self.frame_sites.append(site)
        try:
            yield
        finally:
            self.frame_names.pop()
            self.frame_sites.pop()
            self.handler = outer
        after = self.block
        self.begin(escape)
        if site is not None:
            self.emit(ir.AddTraceback(caught, replace(site, carets="")))
        self.propagate(caught)
        self.block = after

    def class_statements(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        for statement in node.defs.body:
            if isinstance(statement, n.AssignmentStmt):
                self.class_assignment(info, statement)
            elif isinstance(statement, n.FuncDef | n.Decorator | n.OverloadedFuncDef):
                self.method_definition(info, statement)
            elif isinstance(statement, n.ClassDef):
                self.class_body(statement.info, statement)
            elif isinstance(statement, n.PassStmt) or (
                isinstance(statement, n.ExpressionStmt)
                and isinstance(statement.expr, n.StrExpr | n.EllipsisExpr)
            ):
                pass
            elif isinstance(statement, n.GlobalDecl | n.NonlocalDecl):
                raise Refusal(
                    statement,
                    "class-global",
                    "`global` in the body of a class cannot be compiled",
                    "assign to the variable in a function, or outside of the class",
                )
            else:
                self.statement(statement)

    def class_assignment(self, info: n.TypeInfo, statement: n.AssignmentStmt) -> None:
        if isinstance(statement.rvalue, n.TempNode) or statement.is_alias_def:
            return
        if not all(isinstance(target, n.NameExpr) for target in statement.lvalues):
            self.statement(statement)
            return
        shared: Value | None = None  # `a = b = expression` evaluates it once
        for target in statement.lvalues:
            if isinstance(target, n.NameExpr) and target.node is None and is_init_var(info, target.name):
                self.store_default(info, target, statement.rvalue)
            elif isinstance(target, n.NameExpr) and isinstance(target.node, n.Var):
                if "namedtuple" in info.metadata:
                    continue
                if "dataclass" in info.metadata and is_dataclass_attribute(info, target.name):
                    self.store_default(info, target, statement.rvalue)
                    continue
                if self.folded_constant(target.node) is not None:
                    continue
                if property_call(info, target.name) is not None:
                    continue  # its functions are called where the attribute is used
                if shared is None:
                    shared = self.expr(statement.rvalue)
                    if len(statement.lvalues) > 1:
                        shared = self.stable(shared)
                if isinstance(shared.type, t.ObjectT) and not self.library:
                    shared = self.stable(shared)
                    words = [self.box(shared), ir.StrConst(f"{info.name}.{target.name}")]
                    self.call(self.runtime("functions.check_plain"), words, statement)
                self.write_class_variable(info, target.name, shared, statement)

    def method_definition(self, info: n.TypeInfo, statement: n.Statement) -> None:
        from mirage.compiler.lower.passing import constant_expression

        item = (
            function_of(statement)
            if isinstance(statement, n.FuncDef | n.Decorator | n.OverloadedFuncDef)
            else None
        )
        if item is None:
            return
        decorators = real_decorators(statement) if isinstance(statement, n.Decorator) else []
        if item.is_class and isinstance(statement, n.Decorator) and not self.library:
            outer = decorator_over_classmethod(statement, decorators)
            if outer is not None:
                raise self.unsupported(
                    outer,
                    "a decorator above `@classmethod`, which gets an object that cannot be called,",
                    "write `@classmethod` above the decorator, which gets the function then",
                )
        values = self.decorator_values(decorators)
        for index, argument in enumerate(item.arguments):
            if argument.initializer is not None and not constant_expression(argument.initializer):
                self.evaluate_default(item, index, argument)
        if isinstance(statement, n.Decorator) and decorators:
            member = self.world.class_inst(info, ()).member(item.name)
            assert member is not None
            value = self.fresh_function(request_function(self.world, item, member.owner))
            value = self.apply_decorators(decorators, values, value, statement)
            variable, type_ = self.decorated_variable(statement)
            self.emit(ir.SetGlobal(variable, self.coerce(value, type_, statement).operand))

    def decorated_method(self, member: Member) -> Value:
        assert isinstance(member.node, n.Decorator)
        return self.decorated_global(member.node)

    def refuse_descriptor_defaults(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        """A field of a dataclass with a descriptor: what its `__get__` gives would be the default."""
        attributes = info.metadata.get("dataclass", {}).get("attributes", ())
        declared = {attribute["name"] for attribute in attributes}
        for name, entry in info.names.items():
            var = entry.node
            if name not in declared:
                continue  # not annotated: `points = property(...)` is no field
            if isinstance(var, n.Var) and var.is_initialized_in_class and not var.is_classvar:
                type_ = mt.get_proper_type(var.type)
                if isinstance(type_, mt.Instance) and type_.type.get("__get__") is not None:
                    what = f"the descriptor that is the default of the field `{name}`"
                    raise self.unsupported(node, what, "keep it elsewhere, or write `__init__`")

    # -- decorated functions --------------------------------------------------------------------

    def decorated_variable(self, decorator: n.Decorator) -> tuple[ir.Global, Type]:
        key = ("decorated", decorator)
        if key not in self.world.globals:
            module = self.world.module_of(decorator.func.fullname)
            user = bool(module) and self.world.is_user(module)
            type_ = self.world.translate(decorator.var.type, {}, user)
            self.world.global_variable(key, decorator.func.fullname, type_)
            if module and self.world.modules[module].library:
                self.world.queue.append(lambda: self.library_decorated(decorator, module))
        return self.world.globals[key], self.world.global_types[key]

    def library_decorated(self, decorator: n.Decorator, module: str) -> None:
        from mirage.compiler.lower.body import FunctionLowerer

        function = ir.Function(
            self.world.symbol(f"init.{decorator.func.fullname}"), [], Rep.VOID, module=module
        )
        self.world.add_function(function)
        self.world.modules[module].pieces[decorator.line * 1000] = function
        lowerer = FunctionLowerer(self.world, None, function, module)
        decorators = real_decorators(decorator)
        values = lowerer.decorator_values(decorators)
        value = lowerer.fresh_function(request_function(self.world, decorator.func, None))
        value = lowerer.apply_decorators(decorators, values, value, decorator)
        variable, type_ = lowerer.decorated_variable(decorator)
        lowerer.emit(ir.SetGlobal(variable, lowerer.coerce(value, type_, decorator).operand))
        lowerer.terminate(ir.Return(None))

    def decorated_global(self, decorator: n.Decorator) -> Value:
        variable, type_ = self.decorated_variable(decorator)
        dst = self.reg(type_.rep, decorator.func.name)
        self.emit(ir.GetGlobal(dst, variable))
        return Value(dst, type_)

    # -- odds and ends --------------------------------------------------------------------------

    def not_implemented(self) -> Operand:
        return self.singleton("types.NotImplementedType").operand

    def main_function(self) -> ir.Function:
        found = self.world.memo["main"]
        assert isinstance(found, ir.Function)
        return found


__all__ = ["ClassAttributes", "class_default", "has_body"]


def decorator_over_classmethod(node: n.Decorator, real: list[n.Expression]) -> n.Expression | None:
    """What stands above `@classmethod`."""
    for expression in node.original_decorators:
        if isinstance(expression, n.NameExpr) and expression.fullname == "builtins.classmethod":
            return None
        if expression in real:
            return expression
    return None


def count_complaint(info: n.TypeInfo) -> str:
    """How CPython begins to say that a class is called with too few or too many arguments."""
    if info.is_enum:
        return "EnumType.__call__()"
    if info.fullname in ONE_OF:
        return f"{info.name} expected"
    return f"{info.name}()"


ONE_OF = tuple(f"builtins.{name}" for name in ("list", "tuple", "set", "frozenset", "dict", "float"))


def most_arguments(inst: ClassInst) -> int:
    """How many positional arguments a call of the class may have (of its widest signature)."""
    most = 0
    for name in ("__new__", "__init__"):
        found = inst.member(name)
        if found is not None and found.owner.info.fullname != "builtins.object":
            node = found.node
            items = node.items if isinstance(node, n.OverloadedFuncDef) else [node]
            for item in items:
                function = function_of(item)
                if function is not None:
                    kinds = [k for k in function.arg_kinds if k.is_positional()]
                    most = max(most, len(kinds) - 1)
    return most
