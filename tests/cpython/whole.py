"""CPython's own test modules as typed programs, whole: classes, helpers, methods; read, never kept.

Where `adapter.py` takes the assertions that stand alone, this takes the module as it is written:

    unittest.TestCase           =>   the class TestCase of `cases.py`, put before the program
    self.assertEqual(a, b)      =>   self.at(7).assertEqual(a, b): it notes whether 7 held, and goes on
    def helper(self, x):        =>   def helper(self, x: Any) -> Any:
    class T(Mixin, TestCase)    =>   class T(TestCase), with those methods of Mixin that it lacks
    self.check(3, "aaa", "count", "a")  =>  with self.site(8): self.check(3, "aaa", lambda it: it.count, ...)
                                     where `check` asks for `getattr(obj, name)`, which becomes `name(obj)`
    py_heapq = import_fresh_module("heapq", ...);  self.module.heapify(x)   =>   heapq.heapify(x)

Statements are taken out, and not counted, that

1. name what only CPython has: `eval`, `exec`, `sys.getrefcount`, `gc`, frames and code objects of what
   runs, files, modules that are not there; or ask of a weak reference whether its object is dead, or of
   how deep recursion may go; or private names of its modules (`str_type._encoded_counterpart`,
   `getattr(hashlib, "__get_builtin_constructor")`); or keep objects in a dict whose hash changes;
   or put a value in the place of a method of the class;
2. are marked `cpython_only`, or are skipped, or need a resource;
3. mypy does not accept; or that need one of these (a name that is not defined any more);
4. hold what is wrong under CPython without those, or belong to a case that then does not end there;
5. hold what is wrong under CPython when no object dies, though what they are asked of is a program with
   weak references: they ask when objects die (`living`).

What the compiler refuses stays counted, as not holding, unless it is refused for a program that changes
at run time (`EDGE`): metaclasses, computed attributes, namespaces; or needs what such a statement defines.
"""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = Path("/usr/lib/python3.11/test")
EDGE = {
    "debugger", "dynamic-attribute", "dynamic-class", "dynamic-code", "dynamic-import", "dynamic-namespace",
    "finalizer", "metaclass", "module-getattr", "no-files", "no-processes", "no-signals", "no-threads",
    "patching", "lowlevel",
}  # fmt: skip
CPYTHON_NAMES = {
    "eval", "exec", "compile", "globals", "locals", "vars", "dir", "open", "__import__", "breakpoint",
    "input", "help", "exit", "quit", "gc", "pickle", "threading", "subprocess", "support", "import_helper",
    "os_helper", "script_helper", "warnings_helper", "threading_helper", "unittest", "mock",
    "builtins", "ctypes", "_testcapi", "doctest",
}  # fmt: skip
CPYTHON_ATTRIBUTES = {
    "getrefcount", "getsizeof", "__dict__", "__code__", "__globals__", "__closure__", "__weakref__",
    "__builtins__", "__sizeof__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__del__",
    "__annotations__", "skipTest", "setswitchinterval", "settrace", "set_int_max_str_digits",
    "get_int_max_str_digits", "int_info", "assertWarns", "assertWarnsRegex", "assertNoLogs", "assertLogs",
    "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code", "_getframe", "_current_frames",
    "f_back", "f_locals", "f_globals", "f_lasti", "f_trace", "tb_lasti", "getrecursionlimit",
    "setrecursionlimit",
}  # fmt: skip
ASSERTIONS = {
    node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node.targets[0])
    for cls in ast.parse((HERE / "cases.py").read_text(encoding="utf-8")).body
    if isinstance(cls, ast.ClassDef) and cls.name == "_Assertions"
    for node in cls.body
    if isinstance(node, ast.FunctionDef | ast.Assign)
} - {"__init__", "check", "raises"}
CASES = {"TestCase", "IsolatedAsyncioTestCase"}


def parsed(file: str) -> ast.Module:
    return ast.parse((TESTS / file).read_text(encoding="utf-8"))


class Translation:
    """A test module on its way to a program: statements are taken out of `tree` until the compiler takes it.

    more   files of helpers whose classes the module derives its own from (`seq_tests.py`)
    """

    def __init__(self, file: str, more: tuple[str, ...] = ()) -> None:
        self.count = 0
        body: list[ast.stmt] = []
        self.modules: dict[str, dict[str, str]] = {}  # of each class, its attributes that are modules
        seen: dict[str, ast.ClassDef] = {}
        for name in (*more, file):
            tree = parsed(name)
            fresh = _fresh_modules(tree)
            for node in tree.body:
                if isinstance(node, ast.ClassDef):
                    _name_modules(node, fresh, self.modules)
                if isinstance(node, ast.ClassDef):
                    if node.name in CASES:
                        node.name += "_own"
                    if node.name in seen:  # `list_tests.CommonTest` derives from `seq_tests.CommonTest`
                        seen[node.name].name += "_before"
                    seen[node.name] = node
                body.append(node)
        own = {id(node) for node in body[len(body) - len(parsed(file).body) :]}
        self.classes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
        self.cases: list[tuple[str, str, bool]] = []  # class, method, whether it is a coroutine
        self.tree = ast.Module([], [])
        mixins = {name for name, node in self.classes.items() if not self._is_case(node)}
        cases = [node for node in self.classes.values() if self._is_case(node)]
        mixins &= {base for node in cases for base in self._bases(node)}
        for node in body:
            if isinstance(node, ast.ClassDef) and node.name in mixins and self._only_mixin(node):
                continue
            if isinstance(node, ast.ClassDef) and self._is_case(node):
                if id(node) not in own:
                    continue  # what it is for is said by those that derive from it
                above = [self.classes[base] for base in self._bases(node) if base in self.classes]
                if any(_is_skipped(base.decorator_list) for base in above):
                    continue
                node = self._flattened(node)
            if self._is_kept(node):
                self.tree.body.append(node)
        self.references = _weak_references(self.tree)
        self.tree = _NamesMethods(self).visit(self.tree)
        self.own_names = _names_given(self.tree)
        self.tree = _Translator(self).visit(self.tree)
        _fill(self.tree)
        ast.fix_missing_locations(self.tree)
        self._find_cases()

    # -- classes --------------------------------------------------------------------------------

    def _bases(self, node: ast.ClassDef) -> list[str]:
        """Names of the classes it derives from, near ones first."""
        found: list[str] = []
        for base in node.bases:
            module, _, name = ast.unparse(base).rpartition(".")
            if name in CASES and module != "unittest" and name + "_own" in self.classes:
                name += "_own"
            if self.classes.get(name) is node:
                name += "_before"
            found.append(name)
            if name in self.classes:
                found += self._bases(self.classes[name])
        return found

    def _is_case(self, node: ast.ClassDef) -> bool:
        return any(name in CASES for name in self._bases(node))

    def _only_mixin(self, node: ast.ClassDef) -> bool:
        return any(isinstance(part, ast.FunctionDef) and part.name.startswith("test") for part in node.body)

    def _flattened(self, node: ast.ClassDef) -> ast.ClassDef:
        """The class with what it inherits, and nothing but the test case above it."""
        names = self._bases(node)
        modules: dict[str, str] = {}
        for name in (*reversed(names), node.name):
            modules |= self.modules.get(name, {})
        asynchronous = "IsolatedAsyncioTestCase" in names
        body = list(node.body)
        have = {name for part in node.body for name in _defined(part)}
        for base in names:
            if base not in self.classes:
                continue
            for part in self.classes[base].body:
                defined = _defined(part)
                if isinstance(part, ast.Expr | ast.Pass):
                    continue
                part = ast.parse(ast.unparse(part)).body[0]
                if isinstance(part, ast.FunctionDef) and part.name in have and part.name.startswith("test"):
                    while part.name in have:  # `super().test_x()` in the other is taken out
                        part.name += "_above"
                    defined = {part.name}
                if defined and defined <= have:
                    continue
                body.append(part)
                have |= defined
        base_name = "IsolatedAsyncioTestCase" if asynchronous else "TestCase"
        body = [_NamesModules(modules).visit(part) for part in body]
        skips = [part for part in node.decorator_list if _is_skipped([part])]  # others change the class
        return ast.ClassDef(node.name, [ast.Name(base_name, ast.Load())], [], body, skips)

    # -- statements -----------------------------------------------------------------------------

    def _is_kept(self, node: ast.stmt) -> bool:
        match node:
            case ast.Import(names):
                return all(alias.name not in ("unittest", "builtins") for alias in names)
            case ast.ImportFrom(module):
                return module is not None and module.split(".")[0] not in ("test", "unittest", "__future__")
            case ast.If(test):
                return "__name__" not in ast.unparse(test)
            case ast.FunctionDef(name):
                return name not in ("load_tests", "setUpModule", "tearDownModule", "test_main")
        return True

    def _find_cases(self) -> None:
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef) and node.bases and ast.unparse(node.bases[0]) in CASES:
                own_loop = ast.unparse(node.bases[0]) == "TestCase"  # a decorator runs the coroutine
                for part in node.body:
                    asynchronous = isinstance(part, ast.AsyncFunctionDef) and not own_loop
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                        if part.name.startswith("test"):
                            self.cases.append((node.name, part.name, asynchronous))

    def leave_out(self, places: set[int]) -> None:
        """Without the cases at these places: without what was taken out, they do not end under CPython."""
        gone = {self.cases[place][:2] for place in places}
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef):
                kept = [part for part in node.body if (node.name, getattr(part, "name", "")) not in gone]
                node.body = kept or [ast.Pass()]

    def number(self) -> int:
        self.count += 1
        return self.count

    # -- the program ----------------------------------------------------------------------------

    def program(self) -> str:
        """Its text; the statements that `place` finds by line are those of this text."""
        have = {
            (node.name, part.name)
            for node in self.tree.body
            if isinstance(node, ast.ClassDef)
            for part in node.body
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        prelude = (HERE / "cases.py").read_text(encoding="utf-8")
        lines = [prelude, ast.unparse(self.tree), "", ""]
        called = []
        for position, (cls, method, asynchronous) in enumerate(self.cases):
            if (cls, method) not in have:
                continue
            called.append(f"({position}, _case_{position})")
            lines += [f"def _case_{position}() -> None:", f"    case = {cls}()"]
            if (cls, "setUpClass") in have:
                lines.append("    case.setUpClass()")
            if asynchronous:
                lines.append(f"    case.run_coroutine(case.{method})")
            else:
                lines.append(f"    case.run(case.{method})")
            lines += ["", ""]
        lines.append("_run_all([" + ", ".join(called) + "])")
        return "\n".join(lines) + "\n"

    def take_out(self, text: str, lines: set[int]) -> dict[int, set[int]]:
        """Take the innermost statements of the lines out; the numbers of their assertions, by line."""
        mine = self._shown(text)
        places: dict[tuple[tuple[str, int], ...], int] = {}
        for line in sorted(lines, reverse=True):  # the last first: it does not move the others
            where = _place(mine, line)
            if where is None:
                raise AssertionError(f"line {line} is not the module's")
            while where[-1][0] in ("handlers", "cases"):
                where = where[:-1]
            places.setdefault(where, line)
        for where in list(places):  # what stands in a statement that goes as a whole
            if any(where[:end] in places for end in range(1, len(where))):
                del places[where]
        return {line: self._remove(list(where)) for where, line in places.items()}

    def annotate(self, text: str, lines: set[int]) -> set[int]:
        """Declare what is assigned there as Any, where it can be; the lines where it can't."""
        mine = self._shown(text)
        left: set[int] = set()
        for line in lines:
            where = _place(mine, line)
            assert where is not None
            holder: ast.AST = self.tree
            for field, index in where[:-1]:
                holder = getattr(holder, field)[index]
            body = getattr(holder, where[-1][0])
            match body[where[-1][1]]:
                case ast.Assign([ast.Name() | ast.Attribute(ast.Name(id="self")) as target], value):
                    anything = ast.Name("_Any", ast.Load())
                    made = ast.AnnAssign(target, anything, value, isinstance(target, ast.Name))
                    body[where[-1][1]] = ast.fix_missing_locations(made)
                case _:
                    left.add(line)
        return left

    def _shown(self, text: str) -> list[ast.stmt]:
        """The statements of the module as they stand in the program's text."""
        shown = ast.parse(text)
        offset = self._offset(shown)
        return shown.body[offset : offset + len(self.tree.body)]

    def _offset(self, shown: ast.Module) -> int:
        for index, node in enumerate(shown.body):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_END_OF_PRELUDE":
                return index + 1
        raise AssertionError("the prelude has no end")

    def _remove(self, where: list[tuple[str, int]]) -> set[int]:
        holder: ast.AST = self.tree
        for field, index in where[:-1]:
            holder = getattr(holder, field)[index]
        field, index = where[-1]
        body = getattr(holder, field)
        gone = body[index]
        if isinstance(gone, ast.Pass):
            # what stands around it is to blame
            if len(where) == 1:
                raise AssertionError("nothing left to take out")
            above = where[:-1]
            while above[-1][0] in ("handlers", "cases"):
                above = above[:-1]
            return self._remove(above)
        body[index] = ast.copy_location(ast.Pass(), gone)
        if not isinstance(holder, ast.Module):
            body[:] = [part for part in body if not isinstance(part, ast.Pass)] or [ast.Pass()]
        return numbers(gone)


def _fresh_modules(tree: ast.Module) -> dict[str, str]:
    """The names of modules; `py_heapq = import_fresh_module("heapq", ...)` becomes an import."""
    found: dict[str, str] = {}
    for index, node in enumerate(tree.body):
        match node:
            case ast.Import(names):
                found |= {alias.asname or alias.name: alias.name for alias in names}
            case ast.Assign([ast.Name(name)], ast.Call(func, [ast.Constant(str(module)), *_])):
                if ast.unparse(func).endswith(("import_fresh_module", "import_helper.import_module")):
                    found[name] = module
                    tree.body[index] = ast.copy_location(ast.Import([ast.alias(module, name)]), node)
    return found


def _name_modules(node: ast.ClassDef, fresh: dict[str, str], modules: dict[str, dict[str, str]]) -> None:
    """Take `module = py_heapq` out of the class, and keep what it said."""
    for part in list(node.body):
        match part:
            case ast.Assign([ast.Name(name)], ast.Name(value)) if value in fresh:
                modules.setdefault(node.name, {})[name] = value
                node.body.remove(part)


class _NamesModules(ast.NodeTransformer):
    """The module itself for `self.module`, and for a variable that holds it: modules are no values."""

    def __init__(self, modules: dict[str, str]) -> None:
        self.modules = modules
        self.held: dict[str, str] = {}

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outer, self.held = self.held, dict(self.held)
        self.generic_visit(node)
        self.held = outer
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Assign([ast.Name(name)], ast.Name(module)) if module in self.modules.values():
                self.held[name] = module
                return ast.copy_location(ast.Pass(), node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.copy_location(ast.Name(self.held.get(node.id, node.id), node.ctx), node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "self" and node.attr in self.modules:
            return ast.copy_location(ast.Name(self.modules[node.attr], node.ctx), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`catch_warnings(module=self.module)` keeps the filters of the module it is called for anyway."""
        self.generic_visit(node)
        held = self.modules.values()
        node.keywords = [k for k in node.keywords if not (k.arg == "module" and ast.unparse(k.value) in held)]
        return node


class _NamesMethods(ast.NodeTransformer):
    """Helpers that get an attribute by its name, which their callers write: what gets it instead."""

    def __init__(self, translation: Translation) -> None:
        self.translation = translation
        self.helpers: dict[str, tuple[int, str]] = {}  # which argument, beside `self`, and its name
        for node in ast.walk(translation.tree):
            if isinstance(node, ast.FunctionDef):
                for index, argument in enumerate(node.args.args[1:]):
                    if _only_names_attribute(node, argument.arg):
                        self.helpers[node.name] = index, argument.arg
        for node in ast.walk(translation.tree):
            if isinstance(node, ast.FunctionDef) and node.name in self.helpers:
                index, name = self.helpers[node.name]
                if [a.arg for a in node.args.args[index + 1 : index + 2]] != [name]:
                    del self.helpers[node.name]  # another one means something else by it
        self.within = ""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outer, self.within = self.within, self.helpers.get(node.name, (0, ""))[1]
        self.generic_visit(node)
        self.within = outer
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("getattr"), [value, ast.Name(name)]) if name == self.within:
                return ast.copy_location(ast.Call(ast.Name(name, ast.Load()), [value], []), node)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        self.generic_visit(node)
        match node.value:
            case ast.Call(ast.Attribute(ast.Name("self"), helper), args) if helper in self.helpers:
                index = self.helpers[helper][0]
                match args[index : index + 1]:
                    case [ast.Constant(str(name))]:
                        args[index] = ast.parse(f"lambda it: it.{name}", mode="eval").body
                        number = self.translation.number()
                        made = ast.parse(f"with self.site({number}): pass").body[0]
                        assert isinstance(made, ast.With)
                        made.body = [node]
                        return ast.copy_location(made, node)
                    case _:
                        return ast.copy_location(ast.Pass(), node)  # a computed name
        return node


def _only_names_attribute(node: ast.FunctionDef, name: str) -> bool:
    """All the function does with the argument is `getattr(x, name)`."""
    uses = [part for part in ast.walk(node) if isinstance(part, ast.Name) and part.id == name]
    names = [
        part.args[1]
        for part in ast.walk(node)
        if isinstance(part, ast.Call) and ast.unparse(part.func) == "getattr" and len(part.args) == 2
    ]
    return bool(uses) and all(use in names for use in uses)


class _Translator(ast.NodeTransformer):
    def __init__(self, translation: Translation) -> None:
        self.translation = translation
        self.function = ""  # the name of the one around
        self.locals: frozenset[str] = frozenset()  # of it and of those around it

    def _is_of_cpython(self, node: ast.AST) -> bool:
        return _is_of_cpython(node, self.locals)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            if self._is_of_cpython(node) or _asks_for_death(node, self.translation.references):
                return ast.Pass()
            if _private_of_others(node, self.translation.own_names) or self._patches_itself(node):
                return ast.Pass()
        if isinstance(node, ast.For | ast.AsyncFor) and self._is_of_cpython(node.iter):
            return ast.Pass()
        if isinstance(node, ast.With | ast.AsyncWith):
            if any(self._is_of_cpython(item.context_expr) for item in node.items):
                return ast.Pass()
        return super().generic_visit(node)

    def _patches_itself(self, node: ast.stmt) -> bool:
        """`cls.MAX = found` in the method MAX: the class is given a value in place of its own method."""
        match node:
            case ast.Assign([ast.Attribute(ast.Name("cls"), name)]):
                return name == self.function
        return False

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        if _is_skipped(node.decorator_list):
            return ast.Pass()
        for index, part in enumerate(node.body):
            match part:
                case ast.Assign([ast.Name(name) as target], ast.Constant(None) as value) if name[0] != "_":
                    anything = ast.Name("_Any", ast.Load())  # `type2test = None`, which derived cases set
                    node.body[index] = ast.copy_location(ast.AnnAssign(target, anything, value, 1), part)
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        if _is_skipped(node.decorator_list) or _has_changing_hash(node):
            return ast.Pass()
        anything = ast.Name("_Any", ast.Load())
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        for index, argument in enumerate(arguments):
            if argument.annotation is None and not (index == 0 and argument.arg in ("self", "cls")):
                argument.annotation = anything
        for star in (node.args.vararg, node.args.kwarg):
            if star is not None and star.annotation is None:
                star.annotation = anything
        if node.returns is None:
            fixed = ("__init__", "setUp", "tearDown", "setUpClass")
            test = node.name.startswith("test") or node.name in fixed
            node.returns = ast.Constant(None) if test and not _returns(node) else anything
        outer, self.function = self.function, node.name
        around, self.locals = self.locals, self.locals | _bound_in(node)
        made = self.generic_visit(node)
        self.function, self.locals = outer, around
        return made

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Attribute(ast.Name(id="self" | "test" | "testcase" | "tester") as case, attr):
                if attr in ASSERTIONS:
                    number = ast.Constant(self.translation.number())
                    node.value = ast.Call(ast.Attribute(case, "at", ast.Load()), [number], [])
        return node


def _bound_in(node: ast.FunctionDef | ast.AsyncFunctionDef) -> frozenset[str]:
    """Its variables that it assigns to, and its parameters; imported ones are what they are elsewhere."""
    return frozenset(
        part.id if isinstance(part, ast.Name) else part.arg
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) or isinstance(part, ast.arg)
    )


def numbers(node: ast.AST) -> set[int]:
    """Of the assertions in the statement."""
    return {
        int(part.args[0].value)
        for part in ast.walk(node)
        if isinstance(part, ast.Call)
        and isinstance(part.func, ast.Attribute)
        and part.func.attr in ("at", "site")
        and len(part.args) == 1
        and isinstance(part.args[0], ast.Constant)
        and type(part.args[0].value) is int
    }


class _KeepsAlive(ast.NodeTransformer):
    """`C()`   =>   `_keep(C())`: calls make all objects that can be weakly referenced, but functions and
    classes, and those are kept where `del f` or `f = None` would let them go.
    """

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        return ast.Call(ast.Name("_keep", ast.Load()), [node], [])

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.generic_visit(node)
        return ast.Call(ast.Name("_keep", ast.Load()), [node], [])

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        named = [ast.unparse(target) for target in node.targets if not isinstance(target, ast.Attribute)]
        return [*ast.parse("".join(f"_keep({name})\n" for name in named)).body, node]

    def visit_Assign(self, node: ast.Assign) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        match node:
            case ast.Assign([ast.Name(name)], ast.Constant(None)):
                return [*ast.parse(f"_keep(locals().get({name!r}))").body, node]
        return node


_KEEP = """
_KEPT = []
def _keep(value):
    _KEPT.append(value)
    return value

"""


def living(text: str) -> str:
    """The program in which nothing dies."""
    tree = _KeepsAlive().visit(ast.parse(text))
    return _KEEP + ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _fill(tree: ast.AST) -> None:
    """No body is empty."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and not isinstance(node, ast.Module):
            body[:] = [part for part in body if not isinstance(part, ast.Pass)] or [ast.Pass()]


def _place(body: list[ast.stmt], line: int) -> tuple[tuple[str, int], ...] | None:
    """The way from the module to the innermost statement that the line belongs to."""
    for index, node in enumerate(body):
        if _first_line(node) <= line <= (node.end_lineno or 0):
            return (("body", index), *_path(node, line))
    return None


def _first_line(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return int(min([node.lineno, *(part.lineno for part in decorators)]))


def _path(node: ast.AST, line: int) -> list[tuple[str, int]]:
    """The way to the innermost statement below the node that the line belongs to."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        parts = getattr(node, field, None)
        if not isinstance(parts, list):
            continue
        for index, part in enumerate(parts):
            if isinstance(part, ast.stmt):
                first, last = _first_line(part), part.end_lineno or 0
            else:
                lines = [n.lineno for n in ast.walk(part) if isinstance(n, ast.stmt | ast.expr | ast.pattern)]
                ends = [n.end_lineno or 0 for n in ast.walk(part) if isinstance(n, ast.stmt | ast.expr)]
                first, last = min(lines), max(ends)
            if first <= line <= last:
                below = _path(part, line)
                if isinstance(part, ast.stmt):
                    return [(field, index), *below]
                return [(field, index), *below] if below else []
    return []


def _is_of_cpython(node: ast.AST, own: frozenset[str]) -> bool:
    """own   variables of the functions around, which may be called `mock` or `input`"""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in CPYTHON_NAMES and part.id not in own:
            return True
        if isinstance(part, ast.Attribute) and part.attr in CPYTHON_ATTRIBUTES:
            return True
        match part:
            case ast.Call(ast.Name("getattr"), [_, ast.Constant(str(name)), *_]):
                if name.startswith("__") and not name.endswith("__"):  # private to a module of CPython's
                    return True
    return False


NAMED_TUPLES = {"_make", "_asdict", "_replace", "_fields", "_field_defaults"}


def _names_given(tree: ast.Module) -> set[str]:
    """Names that the module itself gives: attributes, variables, functions, parameters, words in texts."""
    found: set[str] = set()
    for part in ast.walk(tree):
        match part:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name) | ast.alias(name):
                found.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.arg(name) | ast.keyword(str(name)):
                found.add(name)
            case ast.Constant(str(text)):
                found |= set(text.replace(",", " ").split())
    return found


def _private_of_others(node: ast.stmt, own: set[str]) -> bool:
    """It reads `_name` of what is not the module's own."""
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and part.attr[0] == "_" and part.attr[-1] != "_":
            if part.attr not in own and part.attr not in NAMED_TUPLES:
                return True
    return False


def _has_changing_hash(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A class in it has a `__hash__` that gives another number each time, which the language forbids."""
    return any(
        isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("randrange", "random")
        for part in ast.walk(node)
        if part is not node and isinstance(part, ast.FunctionDef) and part.name == "__hash__"
        for call in ast.walk(part)
    )


def _weak_references(tree: ast.Module) -> set[str]:
    """The variables that hold what `weakref.ref` gave."""
    return {
        part.targets[0].id
        for part in ast.walk(tree)
        if isinstance(part, ast.Assign)
        and isinstance(part.targets[0], ast.Name)
        and isinstance(part.value, ast.Call)
        and ast.unparse(part.value.func) in ("weakref.ref", "ref")
    }


def _asks_for_death(node: ast.stmt, references: set[str]) -> bool:
    """`self.assertIsNone(wr())`, `self.assertIs(wr(), None)`: objects die when they are collected."""
    match node:
        case ast.Expr(ast.Call(ast.Attribute(attr="assertIsNone"), [ast.Call(ast.Name(name), []), *_])):
            return name in references
        case ast.Expr(
            ast.Call(
                ast.Attribute(attr="assertIs"), [ast.Call(ast.Name(name), []), ast.Constant(None), *_]
            )
        ):
            return name in references
        case ast.Expr(
            ast.Call(
                ast.Attribute(attr="assertTrue"),
                [ast.Compare(ast.Call(ast.Name(name), []), [ast.Is()], [ast.Constant(None)]), *_],
            )
        ):
            return name in references
    return False


def _defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


def _is_skipped(decorators: list[ast.expr]) -> bool:
    words = ("skip", "cpython", "requires", "resource", "bigmem", "support", "unittest", "helper", "patch")
    return any(word in ast.unparse(decorator) for decorator in decorators for word in words)


def _returns(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    todo: list[ast.AST] = list(node.body)
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Yield | ast.YieldFrom):
            return True
        if isinstance(part, ast.Return) and part.value is not None:
            return True
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            todo += ast.iter_child_nodes(part)
    return False
