"""Lower the forms of rules into a graph of values: who is meant, on which day, and what is unknown are settled here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial, reduce

from sala.kernel.bilingual import Text

from .. import form
from ..counting import NEED_CALENDAR
from ..form import EntityForm, FactForm, Follow, Node, RuleForm, RuleId, Statement, Subject, Variable
from ..kinds import INT63, RATE_PARTS, Kind, Type
from .columns import Columns
from .errors import NotForANation
from .graph import CHEAP, Graph, Place, Ref
from .logic import Logic
from .said import Known, Said, Truth

EXACT_IN_FLOAT = 2**50  # a quotient below this is off by one at most when it is worked out in floating point


@dataclass(frozen=True, slots=True)
class Row:
    """An entity: the row it stands in (or the household), and whether it is known which one it is."""

    index: Ref
    known: Ref
    entity: str


@dataclass(slots=True)
class Sight:
    """
    What a rule sees: entities by variable, its day, and the names it has set.

    A name that was set is kept as a form too, so that a generator can see it from where a member stands. A variable that is
    None is one that cannot be seen from there.
    """

    rule: RuleId
    entities: Mapping[str, Row | None]
    day: Known
    set_names: Mapping[str, Node] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Output:
    """What a plan asks for: a rule, and the values that tell it."""

    rule: RuleId
    type: Type
    place: Place
    value: Ref
    known: Ref


class Lowering(Logic):
    """
    Lowers rules into one graph. `varied` are the numbers of the law that a reform changes.

    Sums over members are lowered by `gathering`, handed in so that the two may need each other's work.
    """

    def __init__(
        self,
        forms: Mapping[RuleId, RuleForm],
        entities: Mapping[str, EntityForm],
        columns: Columns,
        varied: frozenset[form.ParameterId],
        gather: "Gather",
    ) -> None:
        self.forms = forms
        self.entities = entities
        self.columns = columns
        self.varied = varied
        self.gather = gather
        super().__init__(Graph())
        self.asked = self.graph.make("asked")
        self.row = self.graph.make("row", place=Place.PERSON)
        self.house = self.graph.make("house", place=Place.HOUSEHOLD)
        self.first = self.graph.make("first", place=Place.HOUSEHOLD)
        self._rules: dict[tuple[RuleId, Ref, Ref], Said] = {}

    def output(self, rule: RuleId) -> Output:
        """Lower a rule that a plan asks for, on the plan's day."""
        rule_form = self.forms[rule]
        is_household = self.is_household(rule_form.entity)
        said = self.ask(rule, self.myself(rule_form.entity), Known(self.asked, self.graph.true))
        place = Place.HOUSEHOLD if is_household else Place.PERSON
        if isinstance(said, Truth):
            return Output(rule, rule_form.returns, place, said.yes, said.known)
        return Output(rule, rule_form.returns, place, said.value, said.known)

    def myself(self, entity: str) -> Row:
        """Give the entity whose turn it is: the row of a pass over the people, or the household."""
        return Row(self.first if self.is_household(entity) else self.row, self.graph.true, entity)

    def is_household(self, entity: str) -> bool:
        """Say whether an entity is a household: it has members who are not made by links."""
        return any(fact.type.kind is Kind.MEMBERS and not fact.inverse for fact in self.entities[entity].facts)

    def ask(self, rule: RuleId, of: Row, day: Known) -> Said:
        """Lower a rule about an entity on a day. What is asked twice is lowered once."""
        rule_form = self.forms[rule]
        me = self.myself(rule_form.entity)
        if self.graph.values[day.value].place is Place.PERSON:
            if me.index == self.first:
                raise self.refuse(
                    rule,
                    "ถามเรื่องครัวเรือนในวันที่ต่างกันไปตามคน",
                    "it is asked about a household on a day that differs from person to person",
                )
            me = of
        said = self._of_themselves(rule, me, day)
        if me.index not in (of.index, self.first):
            said = self._of_another(said, of) if self._is_dear(said) else self._of_themselves(rule, of, day)
        return self.masked(said, self.graph.both(of.known, day.known))

    def _of_themselves(self, rule: RuleId, me: Row, day: Known) -> Said:
        rule_form, key = self.forms[rule], (rule, me.index, day.value)
        if key not in self._rules:
            row = Row(me.index, self.graph.true, rule_form.entity)
            sight = Sight(rule, {rule_form.variable: row}, Known(day.value, self.graph.true))
            self._rules[key] = self._body(rule_form.body, sight)
        return self._rules[key]

    def _of_another(self, said: Said, of: Row) -> Said:
        """Read what a rule said of someone: it is worked out once for each person, whoever asks."""
        known = self.graph.kept(said.known, of.index)
        if isinstance(said, Truth):
            return Truth(self.graph.kept(said.yes, of.index), known)
        return Known(self.graph.kept(said.value, of.index), known)

    def _is_dear(self, said: Said) -> bool:
        value = said.yes if isinstance(said, Truth) else said.value
        return max(self.graph.values[value].cost, self.graph.values[said.known].cost) > CHEAP

    def refuse(self, rule: RuleId, th: str, en: str) -> NotForANation:
        """Make the refusal of a rule."""
        return NotForANation(rule=rule, why=Text(th=th, en=en))

    def _body(self, body: tuple[Statement, ...], sight: Sight) -> Said:
        for statement in body:
            match statement:
                case form.Bind(name=name, value=value):
                    said = self.value(value, sight)
                    sight = replace(sight, set_names={**sight.set_names, name: value}, said={**sight.said, name: said})
                case form.Branch():
                    test = self.test(statement.test, sight)
                    return self.choose(test, self._body(statement.yes, sight), self._body(statement.no, sight))
                case form.Answer():
                    return self.value(statement.value, sight)
        raise LookupError(sight.rule)

    def value(self, node: Node, sight: Sight) -> Said:
        """Lower a value."""
        said: Said = getattr(self, f"_{type(node).__name__.lower()}")(node, sight)
        return said

    def test(self, node: Node, sight: Sight) -> Truth:
        """Lower a truth."""
        said = self.value(node, sight)
        assert isinstance(said, Truth)  # noqa: S101  the reader has seen to it
        return said

    def number(self, node: Node, sight: Sight) -> Known:
        """Lower a number, a day or a choice."""
        said = self.value(node, sight)
        assert isinstance(said, Known)  # noqa: S101  the reader has seen to it
        return said

    def subject(self, subject: Subject, sight: Sight) -> Row:
        """Find the row of an entity."""
        if isinstance(subject, Variable):
            row = sight.entities[subject.name]
            if row is None:
                raise self.refuse(
                    sight.rule,
                    f"เทียบ {subject.name} กับสมาชิกทีละคน",
                    f"it holds {subject.name} against each member in turn",
                )
            return row
        seen = self._seen_household(subject, sight)
        return seen or self._follow(self.subject(subject.subject, sight), subject.link, sight)

    def _seen_household(self, subject: Follow, sight: Sight) -> Row | None:
        """Find the household of someone who cannot be seen themselves: it is the member's own."""
        if isinstance(subject.subject, Variable) and sight.entities[subject.subject.name] is None:
            return sight.entities.get(f"{subject.subject.name}.{subject.link}")
        return None

    def _follow(self, owner: Row, link: str, sight: Sight) -> Row:
        fact = self.fact(owner.entity, link)
        if self.is_household(fact.type.of):
            return Row(self.first, owner.known, fact.type.of)
        self.columns.need_link(fact, sight.rule)
        return Row(
            self.led_to(owner.index, link), self.graph.both(owner.known, self.leads(owner.index, link)), fact.type.of
        )

    def led_to(self, index: Ref, link: str) -> Ref:
        """Give the row that a link leads to; the row itself where it leads to nobody."""
        return self.graph.make("at", index, self.place_in(index, link))

    def place_in(self, index: Ref, link: str) -> Ref:
        """Give the number in the household of someone a link leads to; 0 is nobody."""
        return self._cell(link, "value", index)

    def leads(self, index: Ref, link: str) -> Ref:
        """Say whether a link leads to someone of the household."""
        return self.graph.make("!=", self.place_in(index, link), self.graph.constant(0))

    def fact(self, entity: str, name: str) -> FactForm:
        """Find a fact of an entity."""
        return next(fact for fact in self.entities[entity].facts if fact.name == name)

    def _constant(self, node: form.Constant, _: Sight) -> Said:
        if isinstance(node.value, bool):
            return self.truth(self.graph.constant(node.value), self.graph.true)
        code = self.columns.code(node.value) if isinstance(node.value, str) else node.value
        assert isinstance(code, int)  # noqa: S101  no other constant stands in a rule
        return Known(self.graph.constant(code), self.graph.true)

    def _local(self, node: form.Local, sight: Sight) -> Said:
        if node.name not in sight.said:
            sight.said[node.name] = self.value(sight.set_names[node.name], sight)
        return sight.said[node.name]

    def _asked(self, _node: form.Asked, sight: Sight) -> Said:
        return sight.day

    def _fact(self, node: form.Fact, sight: Sight) -> Said:
        row = self.subject(node.subject, sight)
        return self._read(node.name, node.type, row, sight)

    def _read(self, name: str, kind: Type, row: Row, sight: Sight) -> Said:
        """Read a column in someone's row."""
        if not self.columns.need(name, kind, sight.rule):
            return self.unknown(kind)
        known = row.known
        if self.columns.may_lack(name):
            known = self.graph.both(known, self._cell(name, "known", row.index))
        if kind.kind is Kind.TRUTH:
            return self.truth(self._cell(name, "truth", row.index), known)
        is_narrow = not kind.is_number and kind.kind is not Kind.DAY
        value = self._cell(name, "value", row.index, is_narrow=is_narrow, positive=kind.is_number and kind.low >= 0)
        return Known(value, known)

    def _cell(self, name: str, aspect: str, index: Ref, *, is_narrow: bool = True, positive: bool = False) -> Ref:
        """Read a cell. One byte in another's row is read from a wider copy: processors gather no single bytes."""
        if is_narrow and index != self.row and self.graph.values[index].place is Place.PERSON:
            return self.graph.kept(self._cell(name, aspect, self.row), index)
        return self.graph.make("load", index, what=(name, aspect), positive=positive)

    def _within(self, node: form.Within, sight: Sight) -> Said:
        row, day = self.subject(node.subject, sight), self.number(node.day, sight)
        ends = self.columns.need_period(node.name, node.day.type, sight.rule)
        if ends is None:
            return self.unknown(node.type)
        first, end = (self._read(name, node.day.type, row, sight) for name in ends)
        assert isinstance(first, Known) and isinstance(end, Known)  # noqa: S101  both are days
        begun = self.graph.compare("<=", first.value, day.value)
        inside = self.graph.both(begun, self.graph.compare("<", day.value, end.value))
        return self.truth(inside, self.graph.both(day.known, first.known))

    def _parameter(self, node: form.Parameter, sight: Sight) -> Said:
        day, varies = self.number(node.day, sight), node.id in self.varied
        positive = node.type.is_number and node.type.low >= 0
        if self.graph.values[day.value].place is Place.NATION:
            value = self.graph.make("parameter", day.value, what=node.id, varies=varies, positive=positive)
        else:
            history = self.graph.make("history", what=(node.id, "value"), varies=varies)
            value = self.graph.make("dated", history, self._era(node.id, day), positive=positive)
        if node.type.kind is Kind.TRUTH:
            return self.truth(self.graph.make("!=", value, self.graph.constant(0)), day.known)
        return Known(value, day.known)

    def _table(self, table: form.ParameterId, day: Known, shape: str) -> tuple[Ref, Ref]:
        """Give a dated table, and the row of it that counts."""
        varies = table in self.varied
        if self.graph.values[day.value].place is Place.NATION:
            return self.graph.make("table", day.value, what=(table, shape), varies=varies), self.graph.constant(0)
        return self.graph.make("history", what=(table, shape), varies=varies), self._era(table, day)

    def _era(self, parameter: form.ParameterId, day: Known) -> Ref:
        """Find which of the values of a number holds on a day that differs from person to person."""
        history = self.graph.make("history", what=(parameter, "days"), varies=parameter in self.varied)
        return self.graph.make("era", day.value, history)

    def _ladder(self, node: form.Ladder, sight: Sight) -> Said:
        number, day = self.number(node.number, sight), self.number(node.day, sight)
        found = self.graph.ladder(number.value, *self._table(node.table, day, "steps"))
        return Known(found, self.graph.both(number.known, day.known))

    def _slices(self, node: form.Slices, sight: Sight) -> Said:
        amount, day = self.number(node.amount, sight), self.number(node.day, sight)
        table, row = self._table(node.table, day, "brackets")
        parts = self._lesser(node.amount, sight) or [(node.amount.type, amount.value)]
        each = (
            self.graph.make("slices", part, table, row, what=(node.mode.name, of.high < EXACT_IN_FLOAT))
            for of, part in parts
        )
        return Known(reduce(partial(self.graph.make, "min"), each), self.graph.both(amount.known, day.known))

    def _lesser(self, amount: Node, sight: Sight) -> list[tuple[Type, Ref]]:
        """
        Take an amount apart where it is one of a person and a limit that is the same for all, whichever is less.

        The slices of the lesser are the lesser slices: those of the limit are worked out once, those of the person often anyway.
        """
        while isinstance(amount, form.Local):
            amount = sight.set_names[amount.name]
        if not isinstance(amount, form.Extreme) or amount.op != "min":
            return []
        parts = [(part.type, self.number(part, sight).value) for part in amount.parts]
        of_people = [ref for _, ref in parts if self.graph.values[ref].place is not Place.NATION]
        is_within = all(2 * RATE_PARTS * max(-of.low, of.high) <= INT63 for of, _ in parts)
        return parts if len(of_people) == 1 and is_within else []

    def _arithmetic(self, node: form.Arithmetic, sight: Sight) -> Said:
        left, right = self.number(node.left, sight), self.number(node.right, sight)
        return Known(self.graph.make(node.op, left.value, right.value), self.graph.both(left.known, right.known))

    def _negative(self, node: form.Negative, sight: Sight) -> Said:
        operand = self.number(node.operand, sight)
        return Known(self.graph.make("neg", operand.value), operand.known)

    def _compare(self, node: form.Compare, sight: Sight) -> Said:
        if node.left.type.kind is Kind.TRUTH:
            return self._same(node.op, self.test(node.left, sight), self.test(node.right, sight))
        left, right = self.number(node.left, sight), self.number(node.right, sight)
        test = self.graph.compare(node.op, left.value, right.value)
        return self.truth(test, self.graph.both(left.known, right.known))

    def _same(self, op: str, left: Truth, right: Truth) -> Truth:
        graph = self.graph
        same = graph.either(graph.both(left.yes, right.yes), graph.both(self.fails(left), self.fails(right)))
        found = Truth(same, graph.both(left.known, right.known))
        return found if op == "==" else self.turned(found)

    def _junction(self, node: form.Junction, sight: Sight) -> Said:
        parts = [self.test(part, sight) for part in node.parts]
        # What is cheap goes first; what is dear is worked out only where it still matters.
        parts.sort(key=lambda part: self.graph.values[part.yes].cost)
        return reduce(self.both if node.op == "and" else self.either, parts)

    def _opposite(self, node: form.Opposite, sight: Sight) -> Said:
        return self.turned(self.test(node.operand, sight))

    def _choose(self, node: form.Choose, sight: Sight) -> Said:
        return self.choose(self.test(node.test, sight), self.value(node.yes, sight), self.value(node.no, sight))

    def _extreme(self, node: form.Extreme, sight: Sight) -> Said:
        parts = [self.number(part, sight) for part in node.parts]
        join = self.graph.greater if node.op == "max" else partial(self.graph.make, "min")
        found = reduce(join, (part.value for part in parts))
        return Known(found, self.graph.both(*(part.known for part in parts)))

    def _rounded(self, node: form.Rounded, sight: Sight) -> Said:
        top, bottom, step = (self.number(part, sight) for part in (node.top, node.bottom, node.step))
        reach = max(-node.top.type.low, node.top.type.high) // node.bottom.type.low
        how = (node.mode.name, node.top.type.low >= 0, reach < EXACT_IN_FLOAT)
        found = self.graph.make("rounded", top.value, bottom.value, step.value, what=how)
        return Known(found, self.graph.both(top.known, bottom.known, step.known))

    def _ask(self, node: form.Ask, sight: Sight) -> Said:
        return self.ask(node.rule, self.subject(node.subject, sight), self.number(node.day, sight))

    def _count(self, node: form.Count, sight: Sight) -> Said:
        if any(part.type.kind is Kind.MOMENT for part in node.arguments) or node.type.kind is Kind.MOMENT:
            raise self.refuse(sight.rule, "นับเป็นชั่วโมง", "it counts hours")
        words = [
            part.value for part in node.arguments if isinstance(part, form.Constant) and part.type.kind is Kind.CHOICE
        ]
        keyword = str(words[0]) if words else None
        parts = [self.number(part, sight) for part in node.arguments if part.type.kind is not Kind.CHOICE]
        found = self.graph.make(node.function, *(part.value for part in parts), what=keyword)
        if node.function in NEED_CALENDAR and self.graph.values[found].place is not Place.NATION:
            raise self.refuse(
                sight.rule, "นับวันทำการจากวันของแต่ละคน", "it counts working days from a day of each person's own"
            )
        return Known(found, self.graph.both(*(part.known for part in parts)))

    def _gather(self, node: form.Gather, sight: Sight) -> Said:
        return self.gather(self, node, sight)


Gather = Callable[[Lowering, form.Gather, Sight], Said]
