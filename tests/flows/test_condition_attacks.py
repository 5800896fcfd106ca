"""What a hostile or careless author could try: reach outside, leave something behind, never end, eat everything."""

from contextlib import suppress

import pytest
from pydantic import JsonValue

from frontline.flows.conditions import ConditionFailed, broken, holds, value
from frontline.flows.javascript.prelude import GLOBALS

pytestmark = pytest.mark.whole


def failure(expression: str, variables: dict[str, JsonValue] | None = None) -> str:
    """Why it fails; that it ends at all is half of the test."""
    with pytest.raises(ConditionFailed) as caught:
        value(expression, variables or {})
    return caught.value.reason


OUTSIDE = [
    "constructor.constructor('return this')()",
    "(() => {}).constructor('return this')()",
    "[].map.constructor('return 1')()",
    "(function () {}).constructor('return this')()",
    "''.constructor.constructor('return 1')()",
    "[].constructor.constructor('return 1')()",
    "Object.getPrototypeOf(() => 1).constructor('return 1')()",
    "(() => {}).__proto__.constructor('return 1')()",
    "eval('1')",
    "(0, eval)('1')",
    "globalThis.x",
    "this.x",
    "(function () { return this })().x",
    "(() => this)().x",
    "Function('return 1')()",
    "new Function('return 1')()",
    "setTimeout(() => 1)",
    "queueMicrotask(() => 1)",
    "import('fs')",
    "require('os')",
    "process.exit()",
    "console.log(1)",
    "std.exit(0)",
    "os.exec(['ls'])",
    "print(1)",
    "load('/etc/passwd')",
    "fetch('x')",
    "performance.now()",
    "Date.now()",
    "new Date()",
    "Math.random()",
    "Proxy",
    "new Proxy({}, {})",
    "Reflect.ownKeys({})",
    "Symbol.iterator",
    "WeakRef",
    "FinalizationRegistry",
    "Atomics",
    "SharedArrayBuffer",
    "new Uint8Array(9)",
    "new ArrayBuffer(9)",
    "BigInt(1)",
    "Promise.resolve(1)",
    "Array.fromAsync([])",
    "Object.getOwnPropertySymbols([])",
    "Object.defineProperty({}, 'x', {value: 1})",
    "Object.setPrototypeOf({}, null)",
    "Error.prepareStackTrace(1)",
    "Error.captureStackTrace({})",
    "new Error().stack.x.y",
    "Iterator.from([])",
    "[].values().drop(1)",
    "tick()",
    "JSON.rawJSON('1')(1)",
    "String.raw``",
    "(async () => 1)()",
    "(function* () {})().next()",
    "class A {}",
    "escape('x')",
    "btoa('x')",
]


@pytest.mark.parametrize("expression", OUTSIDE)
def test_there_is_nothing_outside_to_reach(expression: str) -> None:
    assert failure(expression)


def test_only_the_plain_parts_of_the_language_are_there() -> None:
    """Names that an engine has of its own, and a list of what this one has, looked at from inside."""
    from _quickjs import Context

    everything = Context().eval("Object.getOwnPropertyNames(globalThis).join(' ')")
    assert isinstance(everything, str)
    there = {name for name in everything.split() if name != "eval" and value(f"typeof {name}", {}) != "undefined"}
    assert there == GLOBALS - {"undefined"}


CONSTRUCTORS = [
    "(() => 1)",
    "(function () {})",
    "[]",
    "''",
    "/x/",
    "1",
    "true",
    "({})",
    "Math.max",
    "new Map()",
    "new Set()",
    "[].values()",
    "''.at",
    "new Error()",
    "'a'.matchAll(/a/g)",
    "JSON.parse",
    "Object",
    "Array",
    "RegExp",
    "Map",
    "[].map",
    "(() => 1).bind()",
]


@pytest.mark.parametrize("thing", CONSTRUCTORS)
def test_no_chain_of_constructors_leads_to_one_that_reads_code(thing: str) -> None:
    climbs = (
        f"(() => {{ let x = {thing}; for (let i = 0; i < 6; i++) {{ x = x?.constructor; CALL }} return 'nothing' }})()"
    )
    assert value(climbs.replace("CALL", "try { if (x('return 7')() === 7) return 'read' } catch {}"), {}) == "nothing"
    assert (
        value(climbs.replace("CALL", "try { if (new x('return 7')() === 7) return 'read' } catch {}"), {}) == "nothing"
    )


LEFT_BEHIND = [
    "Object.prototype.x = 1",
    "({}).constructor.prototype.x = 1",
    "[].constructor.prototype.x = 1",
    "''.constructor.prototype.x = 1",
    "(() => { ''.constructor.prototype.includes = () => true; return 1 })()",
    "(() => { [].constructor.prototype.some = () => true; return 1 })()",
    "(() => { ({}).__proto__.x = 1; return 1 })()",
    "(() => { ({}).constructor.keys = () => ['x']; return 1 })()",
    "(o => o.__proto__ = {x: 1})({})",
    'JSON.parse(\'{"__proto__": {"x": 1}}\').x',
    'Object.assign({}, JSON.parse(\'{"__proto__": {"x": 1}}\'))',
    "(() => { Math.max = () => 9; return 1 })()",
    "(() => { JSON.stringify = () => '[9]'; return 1 })()",
    "(() => { undefined = 1 })()",
    "(() => { y = 1 })()",
    "(function () { this.x = 1 })()",
    "(() => { /a/.constructor.prototype.test = () => true; return 1 })()",
    "(() => { Error.prototype.toString = () => 'x'; return 1 })()",
    "Object.freeze(Array.prototype)",
    "({__proto__: {x: 1}}).x",
]


@pytest.mark.parametrize("expression", LEFT_BEHIND)
def test_nothing_that_one_evaluation_does_is_there_in_the_next(expression: str) -> None:
    with suppress(ConditionFailed):
        value(expression, {})
    clean = "[typeof ({}).x, typeof [].x, typeof ''.x, typeof x, typeof y, 'a'.includes('b'), [1].some(n => n > 1), "
    clean += "Math.max(1, 2), JSON.stringify([1]), /a/.test('b'), Object.keys({a: 1}).join(), "
    clean += "(a => { a.push(1); return a.length })([]), String(new Error('e'))]"
    assert value(clean, {}) == [*["undefined"] * 5, False, False, 2, "[1]", False, "a", 1, "Error: e"]


TOO_MUCH = [
    # never ends
    "(() => { for (;;); })()",
    "(() => { while (true) {} })()",
    "(() => { do {} while (1) })()",
    "(() => { for (const x of [1]) for (;;) x })()",
    "(() => { for (;;) try { for (;;); } catch {} finally { continue } })()",
    "(() => { for (;;) try { null.x } catch {} })()",
    "[1].map(function f(x) { for (;;) [x].map(y => y) })",
    "({get x() { for (;;); }})",
    "({toJSON() { for (;;); }})",
    "`${{toString() { for (;;); }}}`",
    "(() => { throw {toString() { for (;;); }} })()",
    "(() => { throw {get message() { for (;;); }} })()",
    "[2, 1].sort(() => { for (;;); })",
    "'a'.replace('a', () => { for (;;); })",
    "JSON.parse('[1]', () => { for (;;); })",
    "(() => { for (;;) try { JSON.stringify(Array(4294967295)) } catch {} })()",
    "(() => { for (;;) try { [...Array(4294967295)] } catch {} })()",
    # calls itself
    "(f => f(f))(f => f(f))",
    "(function f() { return f() + 1 })()",
    "(f => f(f))(f => [1].map(() => f(f)))",
    "({get x() { return this.x }}).x",
    "({toString() { return `${this}` }}) + ''",
    "(a => { a.push(a); return a + '' })([])",
    "({toJSON() { return this }}).toJSON().x.y",
    "JSON.parse('['.repeat(30000) + ']'.repeat(30000))",
    "(() => { let a = []; for (let i = 0; i < 5000; i++) a = [a]; return a })()",
    # grows
    "'x'.repeat(1e9)",
    "'x'.padEnd(1e9)",
    "Array(1e9).fill(1)",
    "Array(4294967295).join('')",
    "[...Array(4294967295)]",
    "Array.from({length: 1e9})",
    "(() => { let s = 'x'; for (;;) s += s })()",
    "(() => { const a = []; for (;;) a.push(a.concat(a)) })()",
    "(() => { let o = {}; for (let i = 0; ; i++) o['k' + i] = i })()",
    "'a'.repeat(65536).replace(/a/g, '$&'.repeat(99))",
    "(() => { let a = ['x']; for (let i = 0; i < 40; i++) a = [a, a]; return a })()",
    "String.fromCharCode(...Array(1e6))",
    "(() => { let f = () => 1; for (;;) f = f.bind(null, f) })()",
    "(() => { let o = {}; for (;;) o = {__proto__: o, x: {...o}} })()",
    # one native call that the engine's clock does not see
    "Array(4294967295).reverse()",
    "Array(4294967295).sort()",
    "Array(4294967295) + ''",
    "[].concat(Array(4294967295))",
    "[Array(4294967295)].flat()",
    "[1].flatMap(() => Array(4294967295))",
    "[].join.call({length: 2 ** 53 - 1}, '')",
    "[].unshift.call({length: 2 ** 52}, 1)",
    "(a => { a.length = 4294967295; return a.join('') })([])",
    "new Set(Array(4294967295))",
    "Array(4294967295).values().some(x => x)",
    "'x'.repeat(3e6).indexOf('x'.repeat(15e5) + 'y')",
    "'\\u0100'.repeat(6e4).indexOf('\\u0100'.repeat(3e4) + 'y')",
    "'\\u0100'.repeat(6e4).split('\\u0100'.repeat(3e4) + 'y')",
    "'\\u0344\\u0315'.repeat(3e4).normalize('NFD')",
    "'\\u0344\\u0315'.repeat(3e4).localeCompare('x')",
    "(() => { let a = []; for (let i = 0; i < 40; i++) a = [a, a]; return a.flat(Infinity) })()",
    "(() => { let a = []; for (let i = 0; i < 40; i++) a = [a, a]; return JSON.stringify(a) })()",
    "Array(4294967295).lastIndexOf(1)",
    "(() => { const s = '9'.repeat(6e5); for (;;) +s })()",
    "(() => { const a = Array(40000).fill(1); for (;;) [...a] })()",
    "(() => { const s = 'x'.repeat(6e4); for (;;) s.toUpperCase() })()",
    "(() => { const a = Array(6e4).fill(1); for (;;) a.join() })()",
    # patterns
    "/^(a+)+$/.test('a'.repeat(40) + 'b')",
    "/(x+x+)+y/.test('x'.repeat(5000))",
    "RegExp('[^]*'.repeat(50) + 'z').test('a'.repeat(10000))",
    "/((((a{1,1000}){1,1000}){1,1000}){1,1000})*b/.test('a'.repeat(1000))",
    "RegExp('('.repeat(1e5) + ')'.repeat(1e5))",
    "(() => { for (;;) new RegExp('[\\\\u{0}-\\\\u{10ffff}]'.repeat(200), 'iu') })()",
    "'x'.match('[\\\\u{0}-\\\\u{10ffff}]{1,9}'.repeat(900))",
]


@pytest.mark.parametrize("expression", TOO_MUCH, ids=ascii)
def test_what_takes_too_much_is_stopped(expression: str) -> None:
    assert broken(expression) is None
    assert failure(expression)
    assert value("1 + 1", {}) == 2


def test_what_takes_too_long_stops_by_its_count_of_work_and_not_by_the_clock() -> None:
    """The same number of rounds on every machine: so a turn replays alike."""
    rounds = "(() => {{ let n = 0; for (; n < {}; n++); return n }})()"
    assert value(rounds.format(19_900), {}) == 19_900
    assert failure(rounds.format(20_100)) == "it takes too long"
    calls = "Array.from({{length: {}}}, x => x).length"
    assert value(calls.format(19_900), {}) == 19_900
    assert failure(calls.format(20_100)) == "it takes too long"


def test_what_is_stopped_cannot_be_caught() -> None:
    assert failure("(() => { try { for (;;); } catch { return 1 } })()") == "it takes too long"
    assert failure("[1].some(() => { try { for (;;); } finally { return true } })") == "it takes too long"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("'x'.repeat(1e9)", "it needs too much memory"),
        ("(f => f(f))(f => f(f))", "it calls itself too deeply"),
        ("/^(a+)+$/.test('a'.repeat(40) + 'b')", "it takes too long"),
        ("Array(70000).join()", "a text or array is too long"),
        ("'x'.repeat(65535)", "the result is too long"),
    ],
)
def test_the_reason_says_what_was_too_much(expression: str, reason: str) -> None:
    assert failure(expression) == reason


def test_variables_may_be_64_kb_of_json_and_what_is_not_read_does_not_count() -> None:
    assert value("x.length", {"x": "a" * 65_000}) == 65_000
    assert value("x.length", {"x": [{}] * 21_800}) == 21_800
    assert value("x.length", {"x": [{f"k{n}": 1} for n in range(5_500)]}) == 5_500
    assert failure("x.length", {"x": "a" * 65_536}) == "its variables are longer than 65536 characters of JSON"
    assert value("y", {"x": "a" * 1_000_000, "y": 1}) == 1


def test_deeply_nested_variables_are_read_or_refused() -> None:
    deep: JsonValue = 1
    for _ in range(30_000):
        deep = [deep]
    assert failure("x", {"x": deep})


def test_text_of_a_customer_is_never_code() -> None:
    said = "'; (() => { for (;;); })(); '` ${constructor.constructor('return 1')()} */ </script> \u2028 \\"
    assert value("said + said.length", {"said": said}) == f"{said}{len(said)}"
    assert holds("said.includes('constructor')", {"said": said})


def test_engines_share_nothing_between_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        found = list(
            pool.map(
                lambda n: value("xs.map(x => x * n).reduce((a, b) => a + b)", {"xs": list(range(50)), "n": n}),
                range(80),
            )
        )
    assert found == [1225 * n for n in range(80)]
