"""An author's JavaScript, evaluated: the language works, values go in and out as JSON, and failures have a reason."""

import json
import string
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from frontline.flows.conditions import ConditionFailed, broken, holds, value

NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.none() | st.booleans() | NUMBERS | st.text(max_size=20)
ANY_JSON: st.SearchStrategy[JsonValue] = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=20,
)
HOSTILE = [
    '"',
    "'",
    "`${x}`",
    "\\",
    "</script>",
    "\u2028\u2029",
    "\ud800",
    "\udfff\ud83d",
    "\0",
    "*/ //",
    "\r\n",
    "❤️",
    "');throw 1;('",
]


@pytest.mark.parametrize(
    ("expression", "variables"),
    [
        ("issueCategory.toLowerCase().includes('technical')", {"issueCategory": "A Technical one"}),
        ("['a','b'].some(x => x === issue)", {"issue": "b"}),
        ("customer?.address?.city === 'Pune'", {"customer": {"address": {"city": "Pune"}}}),
        ("!customer?.address?.city", {"customer": None}),
        (r"/^\+?\d{10,12}$/.test(number)", {"number": "+919800000001"}),
        ("`${first} ${last}` === 'Asha Rao'", {"first": "Asha", "last": "Rao"}),
        ("Math.max(...numbers) > 3", {"numbers": [1, 4, 2]}),
        (
            "(({plan: {name}, ...rest}) => name === 'Gold' && rest.gb === 2)(line)",
            {"line": {"plan": {"name": "Gold"}, "gb": 2}},
        ),
        ("(([first, , third = 7]) => first + third)(numbers) === 8", {"numbers": [1, 2]}),
        (
            "(() => { for (const one of bills) { if (one.due > 0) return true } return false })()",
            {"bills": [{"due": 5}]},
        ),
        ("(() => { let n = 0; while (n < 10) n += 3; return n })() === 12", {}),
        ("(() => { try { throw new Error('no') } catch ({message}) { return message } })() === 'no'", {}),
        ("(function fold(n) { return n > 1 ? n * fold(n - 1) : 1 })(5) === 120", {}),
        ("a ?? b ?? true", {"a": None, "b": None}),
        ("signal in {none: 1, poor: 1}", {"signal": "poor"}),
        ("status // 'none' or 'poor'\n  !== 'good'", {"status": "poor"}),
    ],
)
def test_what_authors_write_holds(expression: str, variables: dict[str, JsonValue]) -> None:
    assert broken(expression) is None
    assert holds(expression, variables) is True


@pytest.mark.parametrize("expression", ["''", "0", "NaN", "null", "undefined", "false", "-0", "count - 'x'"])
def test_what_is_not_true_in_javascript_does_not_hold(expression: str) -> None:
    assert holds(expression, {"count": 1}) is False


@pytest.mark.parametrize("expression", ["'0'", "[]", "({})", "-1", "Infinity", "/x/", "new Map()"])
def test_what_is_true_in_javascript_holds(expression: str) -> None:
    assert holds(expression, {}) is True


@given(one=ANY_JSON)
def test_any_json_comes_out_as_it_went_in(one: JsonValue) -> None:
    assert value("x", {"x": one}) == one


@given(
    one=st.dictionaries(st.sampled_from(["__proto__", "constructor", "toString", "toJSON", "length", "then"]), PLAIN)
)
def test_keys_that_mean_something_to_the_engine_are_keys_like_others(one: dict[str, JsonValue]) -> None:
    assert value("x", {"x": one}) == one


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_customers_text_is_data_whatever_it_says(text: str) -> None:
    assert value("x", {"x": text}) == text
    assert value("`${x}|` + x.length", {"x": text}) == f"{text}|{len(text.encode('utf-16-le', 'surrogatepass')) // 2}"


@pytest.mark.parametrize(
    ("given_", "found"),
    [
        (2**53 + 1, 2**53),
        (2**53 + 2, float(2**53 + 2)),
        (12345678901234567890, 12345678901234567000.0),
        (2**70, 1.1805916207174113e21),
        (1e308, 1e308),
        (-0.0, 0),
        (5.0, 5),
    ],
)
def test_numbers_are_javascripts_numbers(given_: float, found: float) -> None:
    came = value("x", {"x": given_})
    assert came == found
    assert type(came) is type(found)


@pytest.mark.parametrize(
    "one", [float("nan"), float("inf"), {1, 2}, {"x": {"y": object()}}, 1 << 99_999], ids=lambda one: type(one).__name__
)
def test_a_variable_that_is_no_json_is_a_failure(one: object) -> None:
    with pytest.raises(ConditionFailed, match="a variable is no JSON"):
        value("x", {"x": cast("JsonValue", one)})


def test_undefined_is_none() -> None:
    assert value("[1][5]", {}) is None
    assert value("[undefined]", {}) == [None]
    assert value("({a: undefined, b: 1})", {}) == {"b": 1}


def test_a_declared_name_that_is_not_set_is_undefined() -> None:
    assert value("typeof x", {}, declared=("x", "y")) == "undefined"
    assert holds("x === undefined && y === null", {"y": None}, declared=["x"])
    assert value("x", {"x": 1}, declared=["x"]) == 1


def test_a_name_nobody_declared_is_a_failure() -> None:
    with pytest.raises(ConditionFailed, match="x is not defined"):
        value("x + 1", {"y": 2})


@pytest.mark.parametrize("name", ["a-b", "1a", "class", "eval", "arguments", "", "a b", "x){", "await", "new"])
def test_a_variable_that_cannot_be_a_name_is_not_seen_and_does_no_harm(name: str) -> None:
    assert value("x", {"x": 1, name: "evil"}) == 1


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "toString", "tick", "hasOwnProperty", "name", "ünïcode", "$", "_1", "of"]
)
def test_a_variable_may_have_any_name_that_javascript_allows(name: str) -> None:
    assert value(f"{name} + 1", {name: 1}) == 2


def test_a_variable_cannot_take_the_place_of_the_language() -> None:
    assert value("Math.max(1, 2)", {"Math": None, "undefined": 5}) == 2
    assert value("undefined", {"undefined": 5}) is None


@pytest.mark.parametrize(
    "expression",
    ["x => x", "Object.keys", "({f() { return 1 }})", "[() => 1]", "NaN", "[1 / 0]", "/x/", "new Set([1])"],
)
def test_a_value_that_json_cannot_say_is_a_failure(expression: str) -> None:
    with pytest.raises(ConditionFailed):
        value(expression, {})


def test_a_function_is_neither_true_nor_false() -> None:
    with pytest.raises(ConditionFailed, match="function"):
        holds("x.includes", {"x": "y"})


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("x.y.z", "cannot read property 'z' of undefined"),
        ("x.includes('a')", "not a function"),
        ("(() => { throw 'no' })()", "no"),
        ("(() => { throw {code: 1} })()", "[object Object]"),
        ("(() => { throw {toString: 1} })()", "something was thrown that cannot be told"),
        ("(() => { throw undefined })()", "undefined"),
        ("(() => { throw ['a', 'b'] })()", "a,b"),
    ],
)
def test_what_is_thrown_is_the_reason(expression: str, reason: str) -> None:
    with pytest.raises(ConditionFailed) as caught:
        value(expression, {"x": {}})
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    "thrown", ["'x'.repeat(60000)", "'a\\n\\n  b'.repeat(999)", "'\\ud800'", "new Error('❤'.repeat(5000))"]
)
def test_a_reason_is_one_short_line_that_can_be_logged(thrown: str) -> None:
    with pytest.raises(ConditionFailed) as caught:
        value(f"(() => {{ throw {thrown} }})()", {})
    assert len(caught.value.reason) <= 200
    assert "\n" not in caught.value.reason
    caught.value.reason.encode()


def test_the_same_question_has_the_same_answer_however_often_it_is_asked() -> None:
    """Answers are kept: what is done to one must not be seen in the next."""
    first = value("[x]", {"x": 1})
    assert isinstance(first, list)
    first.append(2)
    assert value("[x]", {"x": 1}) == [1]
    assert (value("x", {"x": 1}), value("x", {"x": True}), value("x", {"x": "1"})) == (1, True, "1")
    assert holds("x", {"x": 1}) is True


ORDINARY = [
    "[3,1,2].sort((a,b)=>a-b).join('-')",
    "[10,9,1].sort()",
    "[[1,[2]],[3]].flat(Infinity)",
    "[[1,[2]],,[3]].flat()",
    "[1,2].flatMap(x=>[x,[x*2]])",
    "[...new Set([1,1,2])]",
    "new Map([['a',1]]).get('a')",
    "new Set('aab').size",
    r"'a-b'.replace(/(\w)-(\w)/, '$2-$1')",
    "'abcb'.replace('b', x=>x+x)",
    "'abcb'.replaceAll('b', '$&$&')",
    "'aXbX'.split('X')",
    "'a,b;c'.split(/[,;]/)",
    "'a b c'.split(' ', 2)",
    "'abc'.split('')",
    "'x'.match(/y/)",
    "'xay'.match(/a(y)/)",
    "[...'aab'.matchAll(/a/g)].length",
    "'abc'.search('c')",
    "'abc'.search(/c/)",
    "Object.entries({a:1}).map(([k,v])=>k+v)",
    "Object.groupBy([1,2,3],x=>x%2?'o':'e')",
    "Object.assign({},{a:1},{b:2})",
    "Object.fromEntries([['a',1]])",
    "Object.keys([4,5])",
    "Object.hasOwn({a:1},'a')",
    "RegExp('^a','i').test('Abc')",
    "/a/ instanceof RegExp && [] instanceof Array",
    "/a/.constructor === RegExp",
    "/(?<y>\\d{4})/.exec('in 2026').groups.y",
    "[].concat([1],[2],3,'x')",
    "'abc'.at(-1)",
    "'é'.normalize('NFD').length",
    "['b','a'].toSorted()",
    "['b','a','c'].sort((x,y)=>x.localeCompare(y))",
    "'a'.localeCompare('b') < 0",
    "Array.from({length:3},(_,i)=>i)",
    "Array.from('abc')",
    "Array.of(1,2)",
    "(5.125).toFixed(2)",
    "'ß'.toUpperCase()",
    "' x '.trim()",
    "[1,2,3].indexOf(2)",
    "[1,2,1].lastIndexOf(1)",
    "[NaN].includes(NaN)",
    "'abc'.includes('bc', 1)",
    "'abc'.startsWith('b', 1)",
    "parseInt('12px')",
    "isNaN('x')",
    "[1,2,3].slice(-1)[0]",
    "[1,2,3,4].splice(1,2)",
    "String(null) + String([1,[2]])",
    "[1,2,3].reduce((a,b)=>a+b)",
    "[1,2,3].reduceRight((a,b)=>a+'-'+b)",
    "({a:1}).hasOwnProperty('a')",
    "[1,2,3].with(0,5)",
    "[1,2,3].findLast(x=>x<3)",
    "[...[1,2].entries()]",
    "encodeURIComponent('ü&')",
    "'a'.codePointAt(0)",
    "[0,0].fill(7)",
    "'abc'.padStart(5,'*') + 'x'.repeat(3)",
    "JSON.stringify({a:[1,{b:'\\ud800'}]})",
    "JSON.stringify([1,2],null,2)",
    "JSON.stringify({a:1,b:2},(k,v)=>k==='a'?undefined:v)",
    "JSON.parse('[1,{\"a\":null}]')",
    "JSON.parse('[1]',(k,v)=>k===''?v:v+1)",
    "[3,1].toString() + [] + [null]",
    "`${[1,[2,3]]}${{}}`",
    "[1,2,3].reverse()",
    "[1,2].unshift(0)",
    "[,1].length",
    "(a=>{a.push(1,2);a.pop();a.shift();return a})([0])",
    "Math.round(2.5) + Math.min(1,2) + Math.sign(-3)",
    "'1' + 1 - 1",
    "typeof null",
    "['a','b'].every((x,i,all)=>all[i]===x)",
    "[1,2,3,4].filter(x=>x%2).map(String)",
    "'a\\u0301'.length",
    "[..." + "'❤️'" + "].length",
    "'x'.concat('y', 1, [2])",
    "[2,1].toSpliced(0,1,5)",
    "[5,6].keys().next().value",
    "'abc'.substring(2,0)",
    "'Ab'.toLowerCase()",
    "''.constructor === String && [].constructor === Array",
    "new Error('x').message + String(new TypeError('y'))",
    "'abc'[1]",
]


@pytest.mark.parametrize("expression", ORDINARY)
def test_what_is_guarded_does_what_the_bare_engine_does(expression: str) -> None:
    from _quickjs import Context

    bare = Context().eval(f"JSON.stringify([\n{expression}\n])")
    assert [value(expression, {})] == json.loads(bare)


@pytest.mark.parametrize(
    "expression",
    [
        "1; 2",
        "x;",
        ";",
        "1) + (2",
        ")(",
        "](",
        "1)\n(2",
        "x /*",
        "*/ x /*",
        "x */",
        "return 1",
        "await x",
        "import('x')",
        "import.meta",
        "async () => 1",
        "async function f() {}",
        "yield 1",
        "function* g() {}",
        "class A {}",
        "1n",
        "0x1n",
        "`${1n}`",
        "",
        "  ",
        "// x",
        "a b",
        "a\nb",
        "`",
        "'",
        "'a\nb'",
        "/a",
        "/(/",
        "(",
        "]",
        "`${",
        "${x}",
        "eval('1')",
        "arguments",
        "new.target",
        "super.x",
        "x <!-- y",
        "x\n--> y",
        "let",
        "var x = 1",
        "if (x) 1",
        "{",
        "{a: 1; b: 2}",
        "...x",
        "x, ",
        "x => {",
        "() =>",
        "1 = 2",
        "-1 ** 2",
        "08",
        "a => { here: for (;;) break here }",
        "with (x) y",
        "\\u0061",
        "x\0",
        "'\ud800'",
        "'" + "x" * 2000 + "'",
        "(" * 500 + ")" * 500,
        "x" + " + (x" * 100 + ")" * 100,
        "#!x",
        "@x",
        "a?.#b",
        "({async f() {}})",
        "({*g() {}})",
        "for (;;) {}",
        "x => await x",
        "debugger",
        "`${`",
        "a ? b",
        "a : b",
        "a ?: b",
        "[1, 2",
        "({a: 1)",
        "'use strict'; x",
        "x\u2028)",
        "/*\u2028*/ x )",
    ],
    ids=ascii,
)
def test_what_is_not_one_expression_is_broken_and_says_where(expression: str) -> None:
    reason = broken(expression)
    assert reason is not None
    assert reason.startswith("line ")
    assert len(reason) <= 250
    with pytest.raises(ConditionFailed):
        value(expression, {"x": 1, "y": 1})


def test_what_is_broken_is_shown_by_line_and_column() -> None:
    assert broken("x &&\n  y z") == "line 2, column 5: unexpected 'z'"
    assert broken("f(x") == "line 1, column 4: unexpected end"
    assert broken("x\n&& (1 = 2)") == "line 2: invalid assignment left-hand side"


def test_looking_for_what_is_broken_runs_nothing() -> None:
    assert broken("(() => { for (;;); })()") is None
    assert broken("(() => { throw 1 })()") is None


@given(st.text(alphabet=string.printable + "`${}\u2028é\ud800", max_size=30))
def test_whatever_is_written_is_evaluated_or_refused(text: str) -> None:
    if broken(text):
        with pytest.raises(ConditionFailed):
            value(text, {})
    else:
        with suppress(ConditionFailed):
            assert json.dumps(value(text, {}))
