"""A mypy plugin: `noun.but(…)` takes the noun's own fields and their types, so a misspelt field or a value that it cannot
hold is a type error. It checks only; nothing of it runs with Frontline."""

from collections.abc import Callable

from mypy.nodes import ARG_NAMED_OPT, TypeInfo, Var
from mypy.plugin import MethodSigContext, Plugin
from mypy.types import AnyType, FunctionLike, Instance, TypeOfAny, get_proper_type

BASE = "frontline.model.base.Frozen"


class TypedBut(Plugin):
    """Gives `Frozen.but` the signature of the class it is called on."""

    def get_method_signature_hook(self, fullname: str) -> Callable[[MethodSigContext], FunctionLike] | None:
        return signature_of_but if fullname.endswith(".but") else None


def signature_of_but(context: MethodSigContext) -> FunctionLike:
    """Every field as a keyword that may be left out."""
    noun = get_proper_type(context.type)
    if not isinstance(noun, Instance) or not noun.type.has_base(BASE):
        return context.default_signature
    fields = _fields(noun.type)
    types = [var.type or AnyType(TypeOfAny.unannotated) for var in fields.values()]
    return context.default_signature.copy_modified(
        arg_names=list(fields), arg_kinds=[ARG_NAMED_OPT] * len(fields), arg_types=types
    )


def _fields(noun: TypeInfo) -> dict[str, Var]:
    """The annotated names of the class and of the nouns it is made of."""
    return {
        name: symbol.node
        for info in reversed(noun.mro)
        if info.has_base(BASE)
        for name, symbol in info.names.items()
        if isinstance(symbol.node, Var)
        and not symbol.node.is_classvar
        and not name.startswith("_")
        and name != "model_config"
    }


def plugin(version: str) -> type[Plugin]:
    """What mypy asks for, of whatever version it is."""
    return TypedBut
