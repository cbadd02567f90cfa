"""Django's templates, drawn quicker: a name is looked up directly, and what a template says to everyone is worked out once.

A template is compiled by Django's own parser, which is handed quicker expressions and nodes for a few of its own. What is out of
the ordinary they leave to Django, so that a page comes out the same. Nothing about anyone is kept: only words and addresses that
stand in the template itself, for each language.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from html import escape
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.template import TemplateDoesNotExist
from django.template.base import (
    FilterExpression,
    Lexer,
    Node,
    NodeList,
    Parser,
    Template,
    Token,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.loader_tags import IncludeNode
from django.template.loaders import base, cached
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

UNUSUAL = (AttributeError, TypeError, LookupError, ValueError, ObjectDoesNotExist)


class Path(Variable):
    """`line.child.name`: from the nearest layer of the context that has the first name, by key or attribute."""

    __slots__ = ()

    def _resolve_lookup(self, context: Any) -> Any:
        first, *steps = self.lookups or ()
        found = next((layer[first] for layer in reversed(context.dicts) if first in layer), _usual)
        try:
            for step in steps:
                found = _usual if callable(found) else _step(found, step)
        except UNUSUAL:
            found = _usual
        return super()._resolve_lookup(context) if callable(found) else found  # type: ignore[misc]  # the stubs lack it


def _usual() -> None:
    """Stands for what Django works out: a name that is not there, something to call, an error to be told of."""


def _step(found: Any, step: str) -> Any:
    by_name = isinstance(found, tuple) or not hasattr(type(found), "__getitem__")
    return getattr(found, step) if by_name else found[step]


class Expression(FilterExpression):
    """What stands between braces, or behind the name of a tag."""

    __slots__ = ("said",)

    def __init__(self, token: str, parser: Parser):
        super().__init__(token, parser)
        self.said: dict[str | None, str] = {}
        if self.is_var and self.var.lookups is not None and not self.var.translate:
            self.var = Path(self.var.var)

    def resolve(self, context: Any, ignore_failures: bool = False) -> Any:
        """The value; a text to be translated (`_("Done")`) is what it says in the language of now."""
        if self.filters:
            return super().resolve(context, ignore_failures)
        if self.is_var:
            try:
                return self.var.resolve(context)
            except VariableDoesNotExist:
                return super().resolve(context, ignore_failures)
        return _in_language(self.said, self.var.__str__) if isinstance(self.var, Promise) else self.var


def _in_language(said: dict[str | None, str], say: Callable[[], str]) -> str:
    language = get_language()
    if language not in said:
        said[language] = say()
    return said[language]


class Shown(VariableNode):
    """`{{ line.text }}`."""

    def render(self, context: Any) -> Any:
        """The value, escaped; a date or a number in the manner of the language."""
        value = self.filter_expression.resolve(context)
        kind = type(value)
        if kind is SafeString:
            return value
        return escape(value) if kind is str and context.autoescape else render_value_in_context(value, context)


class Said(TranslateNode):
    """`{% translate "Done" %}`."""

    def __init__(self, node: TranslateNode):
        vars(self).update(vars(node))
        self.said: dict[str | None, str] = {}

    def render(self, context: Any) -> Any:
        """The words, in the language of now."""
        return _in_language(self.said, lambda: TranslateNode.render(self, context))


class Counted(BlockTranslateNode):
    """`{% blocktranslate %}`: how the message reads that is looked up is worked out once."""

    def __init__(self, node: BlockTranslateNode):
        vars(self).update(vars(node))
        self.read: dict[int, tuple[str, list[str]]] = {}

    def render_token_list(self, tokens: list[Token]) -> tuple[str, list[str]]:
        """The message, and the names in it."""
        if id(tokens) not in self.read:
            self.read[id(tokens)] = super().render_token_list(tokens)
        message, names = self.read[id(tokens)]
        return message, names[:]


class Static(StaticNode):
    """`{% static "ui/css/base.css" %}`."""

    def url(self, context: Any) -> str:
        """Where the file is."""
        return _static(self.path.resolve(context))


_static = cache(StaticNode.handle_simple)


class Included(IncludeNode):
    """`{% include "desk/line.html" %}`: the template is looked for once."""

    def __init__(self, node: IncludeNode):
        vars(self).update(vars(node))
        self.known: Template | None = None

    def render(self, context: Any) -> Any:
        """The template drawn with the values given."""
        self.known = self.known or context.template.engine.get_template(self.template.var)
        with context.push(**{name: value.resolve(context) for name, value in self.extra_context.items()}):
            return self.known.render(context)


def _quick(node: Node) -> Node:
    """The quicker node that draws the same, or this one."""
    match node:
        case VariableNode():
            return Shown(node.filter_expression)
        case TranslateNode(asvar=None, message_context=None) if _is_told(node.filter_expression):
            return Said(node)
        case BlockTranslateNode():
            return Counted(node)
        case StaticNode():
            return Static(node.varname, node.path)
        case IncludeNode(isolated_context=False) if _is_named(node.template):
            return Included(node)
    return node


def _is_told(expression: FilterExpression) -> bool:
    return not expression.filters and isinstance(expression.var, Variable) and isinstance(expression.var.literal, str)


def _is_named(expression: FilterExpression) -> bool:
    return not expression.filters and isinstance(expression.var, str) and not expression.var.startswith(".")


class House(Parser):
    """Hands out the quicker expressions and nodes."""

    def compile_filter(self, token: str) -> Expression:
        """What stands between braces, or behind the name of a tag."""
        return Expression(token, self)

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        """The next node of a template."""
        super().extend_nodelist(nodelist, _quick(node), token)


class Drawing(Template):
    """A template of the house."""

    def compile_nodelist(self) -> NodeList:
        """Its nodes. What cannot be compiled Django compiles again, to tell where the error is."""
        engine = self.engine
        parser = House(Lexer(self.source).tokenize(), engine.template_libraries, engine.template_builtins, self.origin)
        try:
            nodelist = parser.parse()
        except Exception:
            return super().compile_nodelist()
        self.extra_data = parser.extra_data
        return nodelist


class Compiling(base.Loader):
    """Finds a template as Django does, and compiles it as one of the house's."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        """Raises TemplateDoesNotExist."""
        for origin in self.get_template_sources(template_name):
            if origin not in (skip or ()):
                with suppress(TemplateDoesNotExist):
                    return Drawing(str(self.get_contents(origin)), origin, template_name, self.engine)
        return super().get_template(template_name, skip)


class Loader(cached.Loader, Compiling):
    """Keeps each template once it is compiled."""
