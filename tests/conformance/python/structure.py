"""Prints what CPython's own parser sees in the standard library.

One JSON array a line: a file's path, its structure and its f-strings. A file that this CPython refuses is left out. The
structure is a list of rows, one a declaration outside functions, each with its line; texts of expressions are
normalised, so that white space, comments, parentheses and line continuations are no part of them.
"""

import ast
import inspect
import io
import json
import pathlib
import re
import sys
import sysconfig
import tokenize
import warnings

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)

# Expressions that our parser steps over.
UNREAD = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Yield, ast.YieldFrom)


def normalise(text):
    if "\n" in text:
        text = "\n".join(re.sub(r"#[^'\"]*$", "", line) for line in text.split("\n"))
    return re.sub(r",(?=[\]}])|,$", "", re.sub(r"[\s()\\]", "", text))


class Source:
    """The text of a file, by the places that CPython gives: a line, and a column in UTF-8 bytes."""

    def __init__(self, content):
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        self.lines = [line.encode("utf-8") for line in text.removeprefix("\ufeff").split("\n")]

    def text_of(self, node):
        return None if node is None else normalise(self.exact_text_of(node))

    def exact_text_of(self, node):
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode("utf-8")


def parameters(source, arguments):
    def row(kind, argument, default=None):
        return [kind, argument.arg, source.text_of(argument.annotation), source.text_of(default)]

    positional = arguments.posonlyargs + arguments.args
    defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
    for index, (argument, default) in enumerate(zip(positional, defaults)):
        kind = "positional-only" if index < len(arguments.posonlyargs) else "positional-or-keyword"
        yield row(kind, argument, default)
    if arguments.vararg:
        yield row("var-positional", arguments.vararg)
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield row("keyword-only", argument, default)
    if arguments.kwarg:
        yield row("var-keyword", arguments.kwarg)


def yields(nodes):
    for node in nodes:
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if yields(outer_parts(node) if isinstance(node, SCOPES) else ast.iter_child_nodes(node)):
            return True
    return False


def outer_parts(scope):
    """What is evaluated where a function or class is defined, rather than in it."""
    parts = list(getattr(scope, "decorator_list", []))
    if isinstance(scope, ast.ClassDef):
        return parts + scope.bases + [keyword.value for keyword in scope.keywords]
    return parts + scope.args.defaults + [default for default in scope.args.kw_defaults if default]


def docstring(node):
    text = ast.get_docstring(node, clean=False)
    return None if text is None else inspect.cleandoc(text)


def formatted_strings(source, node):
    """Every f-string of a file that stands in no other, as it is written and with its parts."""
    if isinstance(node, ast.JoinedStr):
        text = source.exact_text_of(node)
        if r"\N{" not in text:  # Our parser does not know the names of characters.
            yield [text, [formatted_part(part) for part in node.values]]
    else:
        for child in ast.iter_child_nodes(node):
            yield from formatted_strings(source, child)


def formatted_part(part):
    """A text, or the names in a field with its conversion and the parts of its format."""
    if isinstance(part, ast.Constant):
        return part.value
    conversion = None if part.conversion == -1 else chr(part.conversion)
    format_parts = [formatted_part(inner) for inner in part.format_spec.values] if part.format_spec else []
    return [formatted_names(part.value), conversion, format_parts]


def formatted_names(value):
    """The names in an expression, in order."""
    if isinstance(value, UNREAD):
        return []
    inner = [name for child in ast.iter_child_nodes(value) for name in formatted_names(child)]
    return [value.id] if isinstance(value, ast.Name) else inner


def names(node):
    return [[name.name, name.asname] for name in node.names]


def class_row(source, node):
    bases = [source.text_of(base) for base in node.bases]
    keywords = [[keyword.arg, source.text_of(keyword.value)] for keyword in node.keywords]
    type_params = [parameter.name for parameter in getattr(node, "type_params", [])]
    return [node.lineno, "class", node.name, type_params, bases, keywords, len(node.decorator_list), docstring(node)]


def function_row(source, node):
    is_async = isinstance(node, ast.AsyncFunctionDef)
    type_params = [parameter.name for parameter in getattr(node, "type_params", [])]
    signature = [list(parameters(source, node.args)), source.text_of(node.returns)]
    rest = [len(node.decorator_list), yields(node.body), docstring(node)]
    return [node.lineno, "async def" if is_async else "def", node.name, type_params, *signature, *rest]


def row_of(source, node):
    text_of = source.text_of
    if isinstance(node, ast.ClassDef):
        return class_row(source, node)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return function_row(source, node)
    if isinstance(node, ast.AnnAssign):
        return [node.lineno, "annotated", text_of(node.target), text_of(node.annotation), text_of(node.value)]
    if isinstance(node, ast.Assign):
        return [node.lineno, "assign", [text_of(target) for target in node.targets], text_of(node.value)]
    if isinstance(node, ast.AugAssign):
        return [node.lineno, "augmented", text_of(node.target), text_of(node.value)]
    if isinstance(node, ast.Import):
        return [node.lineno, "import", names(node)]
    if isinstance(node, ast.ImportFrom):
        return [node.lineno, "from", node.level, node.module or "", names(node)]
    return None


def rows(source, body):
    for node in body:
        row = row_of(source, node)
        if row is not None:
            yield row
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for field in ("body", "handlers", "orelse", "finalbody", "cases"):
            children = getattr(node, field, None)
            if isinstance(children, list):
                yield from rows(source, children)


def structure(content):
    module = ast.parse(content)
    source = Source(content)
    declarations = [[0, "module", docstring(module)], *rows(source, module.body)]
    return [declarations, list(formatted_strings(source, module))]


def main():
    warnings.simplefilter("ignore")
    for path in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if "site-packages" in path.parts:
            continue
        try:
            print(json.dumps([str(path), *structure(path.read_bytes())]))
        except (SyntaxError, ValueError, LookupError, RecursionError):
            print(f"left out: {path}", file=sys.stderr)


if __name__ == "__main__":
    main()
