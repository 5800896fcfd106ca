"""What is done to an engine before it meets an author's expression: what could reach outside, differ from run to run or
never end is taken away; what takes long over long values is counted. The engine looks at its clock every 10,000 steps only,
and one native call over a long text or array is one step; so we count ourselves, the same on every machine."""

import json

_NAMES = (
    "undefined NaN Infinity Object Array String Number Boolean Math JSON RegExp Map Set Error TypeError RangeError "
    "parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent"
)
GLOBALS = frozenset(_NAMES.split())
"""What an expression may use beside its variables. A variable of such a name is not seen."""

WORK = 1_000_000
"""How much an expression may do: a round of a loop or a call of its own function counts 50, native work by its size."""

LONGEST = 65_536
"""The longest text or array that can be worked on, and the longest result, as JSON."""

_PRELUDE = r"""
(GLOBALS, WORK, LONGEST) => {
  "use strict";
  const world = globalThis, { parse, stringify } = JSON, { apply, ownKeys } = Reflect, { isArray } = Array;
  const { freeze, getPrototypeOf, defineProperty, prototype: Plain } = Object, { slice } = String.prototype;
  const Ordinary = getPrototypeOf(() => 0), Step = getPrototypeOf([].values()), Steps = getPrototypeOf(Step);
  const Texts = String.prototype, Lists = Array.prototype, Patterns = RegExp.prototype;
  const Range = RangeError, Kind = TypeError, Text = String;

  let work = 0;
  const spend = (amount) => {
    work += amount;
    if (work > WORK) throw new Range("it takes too long");
    for (let left = amount; left > 0; left--);
  };
  const size = (one) => {
    const length = typeof one === "string" || isArray(one) ? one.length : 0;
    if (length > LONGEST) throw new Range("a text or array is too long");
    return length;
  };
  const sizes = (given) => {
    let sum = 0;
    for (let i = 0; i < given.length; i++) sum += size(given[i]);
    return sum;
  };
  const plainly = (one) => typeof one === "object" && one !== null && getPrototypeOf(one) !== Patterns ? Text(one) : one;

  const CROSSING = ["includes", "indexOf", "lastIndexOf", "split", "replace", "replaceAll"];
  const MATCHING = ["match", "matchAll", "search"], SQUARED = ["normalize", "localeCompare"];
  const onText = (native, name) => {
    const crosses = CROSSING.includes(name), matches = MATCHING.includes(name), squared = SQUARED.includes(name);
    return function (...given) {
      const text = Text(this), length = size(text);
      if (given.length > 0) given[0] = plainly(given[0]);
      const other = size(given[0]);
      let amount = 4 + length / 4 + other / 4;
      if (typeof given[0] === "object") amount += length;
      else if (crosses) amount += length * other / 64;
      else if (matches) amount += length + other * 200;
      else if (squared) amount += (length * length + other * other) / 64;
      spend(amount);
      return apply(native, text, given);
    };
  };
  const WEIGHT = { push: 0, pop: 0, at: 0, keys: 0, values: 0, entries: 0, shift: 1 / 16, unshift: 1 / 16, sort: 16, toSorted: 16,
    join: 8, toString: 8 };
  const onList = (native, weight) => function (...given) {
    if (!isArray(this)) throw new Kind("this is not an array");
    spend(4 + size(this) * weight + sizes(given));
    const result = apply(native, this, given);
    if (isArray(result) && result !== this) spend(result.length / 4);
    return result;
  };
  const outright = (native, amount) => function (...given) {
    spend(amount + sizes(given));
    return apply(native, this, given);
  };
  const built = (native, ready) => {
    const made = function (given, more) {
      const one = ready(given);
      spend(50 + size(one) * 200);
      return new native(one, more);
    };
    made.prototype = native.prototype;
    defineProperty(native.prototype, "constructor", { value: made });
    return made;
  };
  const flat = (list, depth, flattened = []) => {
    for (let i = 0; i < size(list); i++) {
      spend(10);
      if (depth >= 1 && isArray(list[i])) flat(list[i], depth - 1, flattened);
      else if (i in list) flattened.push(list[i]);
    }
    return flattened;
  };

  const keep = (home, ...names) => {
    for (const name of ownKeys(home)) if (typeof name === "string" && !names.includes(name)) delete home[name];
  };
  const change = (home, name, value) => defineProperty(home, name, { value });
  Error.stackTraceLimit = 0;
  for (const kind of [function* () {}, async () => 0, async function* () {}]) delete getPrototypeOf(kind).constructor;
  delete Symbol.prototype.constructor;
  for (const name of ownKeys(world)) {
    const one = world[name];
    if (typeof one === "function" && (one === Error || getPrototypeOf(one) === Error)) {
      keep(one, "length", "name", "prototype");
      freeze(one.prototype);
    }
    if (!GLOBALS.includes(name)) delete world[name];
  }
  keep(Steps);
  keep(Plain, "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf");
  keep(Ordinary, "length", "name", "apply", "bind", "call");
  keep(Array, "prototype", "isArray", "from", "of");
  keep(String, "prototype", "fromCharCode", "fromCodePoint");
  keep(Object, "prototype", "assign", "entries", "freeze", "fromEntries", "groupBy", "hasOwn", "is", "keys", "values");
  delete Math.random;
  delete Lists.copyWithin;
  delete Lists.toLocaleString;
  const changeAll = (home, changed, ...spared) => {
    for (const name of ownKeys(home))
      if (typeof name === "string" && !spared.includes(name)) change(home, name, changed(home[name], name));
  };
  changeAll(Texts, onText, "constructor", "length", "concat");
  changeAll(Lists, (native, name) => onList(native, WEIGHT[name] ?? 1), "constructor", "length");
  change(Lists, "flat", function (depth = 1) { return flat(this, depth); });
  change(Lists, "flatMap", function (each, self) { return flat(this.map(each, self), 1); });
  changeAll(Object, (native) => outright(native, 200), "length", "name", "prototype", "groupBy", "hasOwn", "is");
  change(Array, "from", outright(Array.from, 200));
  change(JSON, "parse", outright(parse, 100));
  change(JSON, "stringify", (one, each, indent) => {
    if (each !== undefined && each !== null && typeof each !== "function") throw new Kind("the second argument is no function");
    return stringify(one, function (key, value) { spend(20); return each ? apply(each, this, [key, value]) : value; }, indent);
  });
  world.Map = built(Map, (given) => given);
  world.Set = built(Set, (given) => given);
  world.RegExp = built(RegExp, plainly);
  for (const one of [Plain, Ordinary, Step, Steps]) freeze(one);

  const json = (key, one) => {
    spend(20);
    const kind = typeof one;
    if (kind === "function" || kind === "symbol" || kind === "bigint") throw new Range(`the result is a ${kind}`);
    if (kind === "number" && one - one !== 0) throw new Range(`${one} is no JSON`);
    if (kind !== "object" || one === null || isArray(one)) return one;
    const parent = getPrototypeOf(one);
    if (parent !== Plain && parent !== null) throw new Range("the result is no plain value");
    return one;
  };
  const told = (thrown) => {
    try { return apply(slice, Text(thrown), [0, 200]); } catch { return "something was thrown that cannot be told"; }
  };
  return (ask, given, judged) => {
    try {
      const result = apply(ask, undefined, [() => spend(50), ...parse(given)]);
      if (judged && typeof result !== "function" && typeof result !== "symbol") return result ? "[true]" : "[false]";
      const text = stringify([result], json);
      if (text.length > LONGEST) throw new Range("the result is too long");
      return text;
    } catch (thrown) {
      return stringify(told(thrown));
    }
  };
}
"""

PRELUDE = f"({_PRELUDE})({json.dumps(sorted(GLOBALS))}, {WORK}, {LONGEST})"
"""A function of the compiled expression, its arguments as JSON and whether only its truth is asked. It answers with JSON:
the value in an array, or the reason why there is none as a string."""
