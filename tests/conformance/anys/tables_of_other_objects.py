"""Tables of None that belong to another object than the one that fills them, in code without annotations."""

SIZE = 4


class WorkArea:
    def __init__(self):
        self.first = None
        self.table = [None] * SIZE
        self.held = 0


area = WorkArea()


class Task:
    def __init__(self, number, priority):
        self.link = area.first
        self.number = number
        self.priority = priority
        self.waiting = False
        area.first = self
        area.table[number] = self

    def step(self):
        raise NotImplementedError

    def find(self, number):
        task = area.table[number]
        if task is None:
            raise LookupError("bad task number %d" % number)
        return task

    def release(self, number):
        task = self.find(number)
        task.waiting = False
        return task if task.priority > self.priority else self

    def hold(self):
        area.held += 1
        self.waiting = True
        return self.link


class Idle(Task):
    def __init__(self, number, rounds):
        Task.__init__(self, number, 0)
        self.rounds = rounds

    def step(self):
        self.rounds -= 1
        if self.rounds == 0:
            return self.hold()
        return self.release(self.rounds % 2 + 1)


class Worker(Task):
    done = 0

    def step(self):
        self.done += self.priority
        return self.hold()


def schedule():
    task = area.first
    while task is not None:
        task = task.link if task.waiting else task.step()


class Sized:
    def __init__(self, size: int) -> None:
        self.slots = [None] * size
        self.named = dict.fromkeys(["left", "right"])


def fill(target: Sized, values) -> None:
    for place, value in enumerate(values):
        target.slots[place] = value
    target.named["left"] = values[0]


Idle(0, 7)
workers = [Worker(1, 10), Worker(2, 20)]
schedule()
print(area.held, [task.done for task in workers], [task and task.number for task in area.table])
try:
    workers[0].release(3)
except LookupError as error:
    print(error)
sized = Sized(3)
fill(sized, ["x", 2])
print(sized.slots, sized.slots[1] == 2, sized.named["left"], sized.named["right"])
