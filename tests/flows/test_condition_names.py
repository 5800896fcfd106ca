"""Which variables an expression reads is known without running it: the verifier stands on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from frontline.flows.conditions import ConditionFailed, broken, names, value, writes
from frontline.flows.javascript.script import read

Code = tuple[str, frozenset[str]]
"""An expression, and what it reads from outside."""


@pytest.mark.parametrize(
    ("expression", "read_"),
    [
        ("issueCategory.toLowerCase().includes('technical')", "issueCategory"),
        ("a.b?.c?.[d]?.(e).f['g'][h]", "a d e h"),
        (
            "({a: b, c, 'd': e, [f]: g, 1: h, if: i, get, async: j, get k() { return l }, m(n) { return n + o }})",
            "b c e f g get h i j l o",
        ),
        ("`a ${b} ${`${c}` + 'd'} e`", "b c"),
        ("'a' + \"b\" /* c */ + /d[/e]f/g.test(h) // i\n", "h"),
        ("a / b / c", "a b c"),
        ("a++ / b", "a b"),
        ("(a) / b / (c)", "a b c"),
        ("x => x + y", "y"),
        ("(x, {y: z, w = v, ...r}, [s, , [t = u]], ...q) => x + y + z + w + r + s + t + q", "v u y"),
        ("[x, xs.some(x => x)]", "x xs"),
        ("(a = b => b + c, d = a) => a", "c"),
        ("x => y => z => x + y + z + w", "w"),
        ("(x => x)(x) + (x, y)", "x y"),
        ("(() => { const a = b; let {c, d: [e]} = f, g; var h; return a + c + e + g + h + d })()", "b d f"),
        (
            "(() => { for (const a of as) a; for (let i = 0; i < n; i++) i; for (k in o) k; return a + i })()",
            "a as i k n o",
        ),
        ("(() => { if (a) { const b = 1; b } else { b } })()", "a b"),
        ("(() => { if (a) { var b = 1 } return b })()", "a"),
        ("(() => { try { a() } catch (b) { b } finally { c } return b })()", "a b c"),
        ("(() => { try { a() } catch { b } })()", "a b"),
        ("(() => { switch (a) { case b: const c = 1; default: return c } })()", "a b"),
        ("(() => { const f = () => g(); function g() { return h } return f() })()", "h"),
        ("(function again(n) { return n ? again(n - 1) : m })(n)", "m n"),
        ("(() => { do a--; while (b); while (c) d(); return /e/ })()", "a b c d"),
        ("(() => {\n  const a = b\n  const c = a\n  return\n  d\n})()", "b d"),
        ("typeof a === void b", "a b"),
        ("a ? b : c ? d : e", "a b c d e"),
        ("a?.5:b", "a b"),
        ("new Thing(a).b instanceof Other", "Other Thing a"),
        ("Math.max(...numbers, Number(x), parseInt(y), undefined, NaN, Infinity) + JSON.stringify(z)", "numbers x y z"),
        ("Date.now() + globalThis.x + Symbol", "Date Symbol globalThis"),
        ("this", ""),
        ("ünïcode + $ + _ + 变量", "$ _ ünïcode 变量"),
        ("of + get + set + as", "as get of set"),
        ("a\n/b/g", "a b g"),
        ("x ** -y", "x y"),
        ("(a, b)", "a b"),
        ("tag`a${b}`", "b tag"),
        ("x = y", "x y"),
        ("{a: b}", "b"),
        ("1..toFixed(a) + .5.b + 1e3.c + 0xff.d", "a"),
    ],
)
def test_names_are_what_is_read_from_outside(expression: str, read_: str) -> None:
    assert broken(expression) is None
    assert names(expression) == frozenset(read_.split())


def test_a_broken_expression_has_no_names() -> None:
    with pytest.raises(ConditionFailed):
        names("x +")


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("x = 5", "x"),
        ("a.b.c = d", "a"),
        ("a[b] = c", "a"),
        ("x++ + --y", "x y"),
        ("delete a.b", "a"),
        ("[a, b.c] = [d]", "a b"),
        ("({a: b, c} = d)", "b c"),
        ("x ||= 1", "x"),
        ("c ? d : e = 1", "e"),
        ("c && (d = 1)", "d"),
        ("xs.map(x => y = x)", "y"),
        ("(x => x = 5)(1)", ""),
        ("(() => { let i = 0; i += x; i++; return i })()", ""),
        ("a === b == c <= d => 1", None),
        ("x == 5 && y >= 3 && z !== 'a = b' && /c=d/.test(e)", ""),
        ("(a = 1, {b = 2} = {}) => a + b", ""),
        ("Math = 1", "Math"),
        ("xs.reduce((all, one) => { all[one.key] = one; return all }, {})", ""),
    ],
)
def test_what_would_be_set_is_told(expression: str, written: str | None) -> None:
    if written is None:
        assert broken(expression)
    else:
        assert writes(expression) == frozenset(written.split())


def test_setting_a_variable_changes_nothing_for_the_next() -> None:
    known: dict[str, JsonValue] = {"x": {"y": [1]}}
    assert value("x.y.push(2) && (x = 5)", known) == 5
    assert known == {"x": {"y": [1]}}
    assert value("x", known) == {"y": [1]}


NAMES = st.sampled_from(["a", "b", "c", "of", "get", "tick", "$", "name", "issueCategory"])


def joined(template: str, *parts: Code) -> Code:
    """The template with its parts filled in, `~` for each, and all that those read."""
    text, read_ = template, frozenset[str]()
    for part in parts[: template.count("~")]:
        text = text.replace("~", part[0], 1)
        read_ |= part[1]
    return text, read_


def without(code: Code, *bound: str) -> Code:
    """It stands where these names are bound."""
    return code[0], code[1] - set(bound)


@st.composite
def larger(draw: st.DrawFn, inner: st.SearchStrategy[Code]) -> Code:
    """An expression made of smaller ones."""
    one, two, three = draw(inner), draw(inner), draw(inner)
    x, y = draw(NAMES), draw(NAMES.map(lambda name: f"{name}2"))
    form = draw(
        st.sampled_from(
            [
                "(~ + ~)",
                "(~ ? ~ : ~)",
                "[~, ...[~]]",
                "({a: ~, 'b': ~})",
                "`a ${~} b ${~}`",
                "(~)?.a?.[~]",
                "String(~, ~)",
                "(~ /* a */, ~)",
                "(~\n// a b c\n|| ~)",
                "[~].map(X => ~)",
                "[~].map(({X, k: [Y = ~]}) => ~)",
                "((X = ~, ...Y) => ~)(~)",
                "({X})",
                "typeof ~",
                "(() => { const X = ~; let [Y] = [~]; return ~ })()",
                "(() => { for (const X of [~]) { if (~) return ~ } })()",
                "(function (X) { { let Y = ~; Y } return ~ })(~)",
                "(() => { try { throw ~ } catch (X) { return ~ } })()",
                "/a[/b]c/.test(~)",
                "(~) / 2 / (~)",
                "[~].filter(X => { var Y = X; while (Y) { Y = null } return ~ })",
            ]
        )
    )
    text = form.replace("X", x).replace("Y", y)
    match form:
        case "({X})":
            return text, frozenset({x})
        case "[~].map(X => ~)":
            return joined(text, one, without(two, x))
        case "(() => { for (const X of [~]) { if (~) return ~ } })()":
            return joined(text, without(one, x), without(two, x), without(three, x))
        case "[~].map(({X, k: [Y = ~]}) => ~)" | "[~].filter(X => { var Y = X; while (Y) { Y = null } return ~ })":
            return joined(text, one, without(two, x, y), without(three, x, y))
        case "((X = ~, ...Y) => ~)(~)":
            return joined(text, without(one, x, y), without(two, x, y), three)
        case "(() => { const X = ~; let [Y] = [~]; return ~ })()":
            return joined(text, without(one, x, y), without(two, x, y), without(three, x, y))
        case "(function (X) { { let Y = ~; Y } return ~ })(~)":
            return joined(text, without(one, x, y), without(two, x), three)
        case "(() => { try { throw ~ } catch (X) { return ~ } })()":
            return joined(text, one, without(two, x))
    return joined(text, one, two, three)


CODE: st.SearchStrategy[Code] = st.recursive(
    NAMES.map(lambda name: (name, frozenset({name})))
    | st.sampled_from(
        ["(1)", "('a b')", '("c")', "(/a/g)", "(`b`)", "(null)", "undefined", "({a: 1}.a)", "(x2 => 1)"]
    ).map(lambda text: (text, frozenset())),
    larger,
    max_leaves=8,
)


@given(CODE)
def test_the_names_of_any_expression_are_those_it_was_made_with(code: Code) -> None:
    text, wanted = code
    reason = broken(text)
    if reason is None:
        assert names(text) == wanted, text
    else:
        assert reason.endswith(("nested too deeply", "longer than 2000 characters")), text


@given(CODE)
def test_counting_the_rounds_changes_no_result(code: Code) -> None:
    """What is run is the expression with its rounds counted: bare engines make the same of both."""
    from _quickjs import Context

    text, wanted = code
    if broken(text):
        return
    script = read(text)
    parameters = ", ".join(sorted(wanted))

    def bare(result: str) -> object:
        ask = f'(function ({parameters}) {{ "use strict"; return (\n{result}\n) }})(1, 2, 3)'
        told = f"(() => {{ try {{ return {ask} }} catch (error) {{ return `${{error}}` }} }})()"
        ticks = "const tick = () => 0, tick_ = tick, tick__ = tick; delete Function.prototype.toString"
        return Context().eval(f"{ticks}; JSON.stringify([{told}])")

    assert bare(script.counted) == bare(text)
