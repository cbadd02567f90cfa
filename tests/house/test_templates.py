"""Templates compile, use every word of the house, and carry no style or script of their own."""

import ast
import re

from django.template import TemplateDoesNotExist
from django.template.base import Lexer, TokenType
from django.template.loader import get_template

from samling.ui.templatetags.ui import register

from .plan import code, pages, shown, tree

INLINE = re.compile(r"<style|\bstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
FILTERS = 2
TEMPLATE = re.compile(r"[a-z0-9_/-]+/[a-z0-9_-]+\.(html|txt)")


def name(file):
    """What a template is called by those that use it."""
    return file.as_posix().rsplit("/templates/", 1)[1]


def tokens(file):
    return Lexer(file.read_text("utf-8")).tokenize()


def test_every_template_compiles():
    wrong = []
    for file in pages():
        try:
            get_template(name(file))
        except Exception as fault:
            wrong.append(f"{shown(file)}: {fault}")
    assert not wrong, "\n".join([*wrong, "A misspelt component or argument stops here, not at the reader."])


def test_every_template_that_code_names_exists():
    lost = []
    for file in code():
        named = [node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)]
        for template in (word for word in named if isinstance(word, str) and TEMPLATE.fullmatch(word)):
            try:
                get_template(template)
            except TemplateDoesNotExist:
                lost.append(f"{shown(file)}: {template}")
    assert not lost, f"{lost}: write it, or name the one that is meant."


def test_our_templates_are_the_ones_found():
    found = {file: get_template(name(file)).origin.name for file in pages()}
    wrong = [f"{shown(file)} stands behind {other}" for file, other in found.items() if other != str(file)]
    assert not wrong, f"{wrong}: let our packages come first in INSTALLED_APPS, and names be used once."


def test_a_line_about_who_sees_that_scripts_renew_says_what_it_is_about_without_them():
    live = {file: text for file in pages() if re.search("hx-get[^\n]*who_sees", text := file.read_text("utf-8"))}
    stale = [shown(file) for file, text in live.items() if '"ui/as_opened.html"' not in text]
    assert live and not stale, f"{stale}: without scripts the line goes on telling of what was chosen at first. Include ui/as_opened.html."


def test_every_component_is_used():
    used = {
        token.split_contents()[0]
        for file in pages()
        for token in tokens(file)
        if token.token_type == TokenType.BLOCK
    }
    unused = sorted(set(register.tags) - used)
    assert not unused, f"{unused}: show them on the pattern page, or take them out of ui/templatetags/ui.py."


def test_no_style_or_script_inside_pages():
    sources = {file: TAG.sub("", file.read_text("utf-8")) for file in pages() if file.suffix == ".html"}
    found = [
        f"{shown(file)}: {hit[0].strip()}" for file, text in sources.items() for hit in INLINE.finditer(text)
    ]
    assert not found, f"{found}: the browser is told to refuse it; use a class, or a script module."


def test_templates_show_and_do_not_think():
    found = [
        f"{shown(file)}:{token.lineno} {token.contents}"
        for file in pages()
        for token in tokens(file)
        if token.token_type == TokenType.VAR and re.sub(r'"[^"]*"', "", token.contents).count("|") > FILTERS
    ]
    assert not found, f"{found}: at most {FILTERS} filters in a row; work it out in the view or the record."
