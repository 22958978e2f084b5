"""
Write one rule as Python. Two versions: one trusts every fact to be known, and tests for None only what comes by a link,
for most links lead nowhere; the careful one tests all, by strong Kleene. Both leave the same entry in the trace.

A function takes an entity's record `p` and a frame `f` (the day, its numbers, the run; see `running`), whose parts it
takes out first: a rule looks at them again and again.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sala.kernel.money import Rounding

from .. import form
from ..counting import NEED_CALENDAR
from ..form import (
    Aggregate,
    Answer,
    Bind,
    Branch,
    Node,
    ParameterId,
    RuleForm,
    RuleId,
    Statement,
    Subject,
    Variable,
)
from .parts import Inlining, Made, Places, Waiting
from .sites import Site, Taken, Watched

_WATCHED = (form.Fact, form.Parameter, form.Compare, form.Within)
_MOST_WRITTEN_OUT = 60  # rules in one function: a chain of rules must not grow its first one without end
_OF_FRAME = ("on", "numbers", "note", "memory")


class RuleWriter:
    """Writes one rule in one version. `sites` is shared: a site's number is its place in it."""

    def __init__(self, rule: RuleForm, places: Places, sites: list[Site], *, facts_known: bool) -> None:
        self.rule = rule
        self.places = places
        self.sites = sites
        self.facts_known = facts_known
        self.lines: list[str] = []
        self.depth = 1
        self.count = 0
        self.watching: list[tuple[Watched, str]] = []
        self.inside = 0  # generators and choices: what is worked out there is not on every path
        self.names: dict[str, Made] = {}
        self.worked_out: dict[str, Made] = {}  # on this path, by its code: nothing is worked out twice
        self.inlining: Inlining | None = None
        self.waiting: list[Waiting] = []
        self.written_out = 0

    def write(self) -> str:
        """Give the function's text."""
        name = function_name(self.places.rules[self.rule.id], facts_known=self.facts_known)
        self.names = {self.rule.variable: Made("p", may_lack=False)}
        self.body(self.rule.body, ())
        text = "\n".join(self.lines)
        frame = [f"    {part} = f.{part}\n" for part in _OF_FRAME if re.search(rf"\b{part}\b", text)]
        return f"def {name}(p, f):\n{''.join(frame)}{text}\n"

    def line(self, text: str) -> None:
        """Write a line at the present depth."""
        self.lines.append("    " * self.depth + text)

    def fresh(self, code: str, may_lack: bool) -> Made:
        """Give a value a name of its own, or the one that it has on this path."""
        found = self.worked_out.get(code)
        if found is None:
            self.count += 1
            self.line(f"t{self.count} = {code}")
            found = self.worked_out[code] = Made(f"t{self.count}", may_lack)
        return found

    def body(self, statements: Sequence[Statement], taken: tuple[Taken, ...]) -> None:
        """Write statements; the names and watched values of one branch are not those of the other."""
        for statement in statements:
            match statement:
                case Bind():
                    self.names[f"={statement.name}"] = self.value(statement.value)
                case Branch():
                    self._branch(statement, taken)
                case Answer():
                    made = self.value(statement.value)
                    self._leave(made, statement.line, taken)

    def _branch(self, branch: Branch, taken: tuple[Taken, ...]) -> None:
        test = self.value(branch.test)
        if test.may_lack:
            self.line(f"if {test.code} is None:")
            self._side(
                lambda: self._leave(Made("None", may_lack=True), branch.line, (*taken, Taken(branch.line, None)))
            )
        self.line(f"if {test.code}:")
        self._side(lambda: self.body(branch.yes, (*taken, Taken(branch.line, True))))
        self.line("else:")
        self._side(lambda: self.body(branch.no, (*taken, Taken(branch.line, False))))

    def _side(self, write: Callable[[], None]) -> None:
        kept = dict(self.names), list(self.watching), dict(self.worked_out), list(self.waiting)
        self.depth += 1
        write()
        self.depth -= 1
        self.names, self.watching, self.worked_out, self.waiting = kept

    def _leave(self, made: Made, line: int, taken: tuple[Taken, ...]) -> None:
        kept = "".join(f", {name}" for _, name in self.watching)
        site = Site(self.rule, line, taken, tuple(watched for watched, _ in self.watching), ())
        if self.inlining is None:
            if made.may_lack and self.facts_known:
                self.places.unsure.add(self.rule.id)
            self._note(site, f"p, on, {made.code}{kept}", self.waiting)
            self.line(f"return {made.code}")
            return
        inlining = self.inlining
        inlining.may_lack |= made.may_lack
        self.line(f"{inlining.result} = {made.code}")
        values = f"{inlining.record}, on, {inlining.result}{kept}"
        if taken or inlining.is_at_times:
            self._note(site, values, self.waiting[inlining.mark :])
            inlining.is_noted = True
        else:
            self.waiting.append(Waiting(site, values))

    def _note(self, site: Site, values: str, waiting: Sequence[Waiting]) -> None:
        """Write the entry of a site for the trace, and in the same breath those of the rules written out before it."""
        together = ", ".join((values, *(one.values for one in waiting)))
        self.line(f"note(({len(self.sites)}, {together}))")
        self.sites.append(replace(site, inlined=tuple(one.site for one in waiting)))

    def _write_out(self, rule: RuleForm, subject: Made) -> Made:
        """Write a rule out in the place that asks it."""
        kept = self.rule, self.names, self.watching, self.inside, self.inlining
        self.count += 1
        self.written_out += 1
        here = Inlining(f"t{self.count}", subject.code, len(self.waiting), is_at_times=self.inside > 0)
        self.rule, self.names, self.watching, self.inside = rule, {rule.variable: subject}, [], 0
        self.inlining = here
        self.body(rule.body, ())
        self.rule, self.names, self.watching, self.inside, self.inlining = kept
        if here.is_noted:
            del self.waiting[here.mark :]
        return Made(here.result, here.may_lack)

    def value(self, node: Node) -> Made:
        """Write a value, and keep it for the trace where it is one that a reader would want to see."""
        made: Made = getattr(self, f"_{type(node).__name__.lower()}")(node)
        if isinstance(node, _WATCHED) and not self.inside and not isinstance(node, form.Constant):
            self.watching.append((Watched(node), made.code))
        return made

    def _constant(self, node: form.Constant) -> Made:
        return Made(repr(node.value), may_lack=False)

    def _local(self, node: form.Local) -> Made:
        return self.names[f"={node.name}"]

    def _asked(self, node: form.Asked) -> Made:
        return Made("on", may_lack=False)

    def _fact(self, node: form.Fact) -> Made:
        subject = self.subject(node.subject)
        lacks = f"None if {subject.code} is None else " if subject.may_lack else ""
        return self.fresh(f"{lacks}{subject.code}.{node.name}", subject.may_lack or not self.facts_known)

    def subject(self, subject: Subject) -> Made:
        """Write what leads to an entity's record."""
        if isinstance(subject, Variable):
            return self.names[subject.name]
        owner = self.subject(subject.subject)
        lacks = f"None if {owner.code} is None else " if owner.may_lack else ""
        return self.fresh(f"{lacks}{owner.code}.{subject.link}", may_lack=True)

    def _frame(self, day: Node) -> Made:
        if isinstance(day, form.Asked):
            return Made("f", may_lack=False)
        made = self.value(day)
        lacks = f"None if {made.code} is None else " if made.may_lack else ""
        return self.fresh(f"{lacks}f.at({made.code})", made.may_lack)

    def _number(self, parameter: ParameterId, day: Node) -> Made:
        frame, place = self._frame(day), self.places.parameters[parameter]
        if not frame.may_lack:
            return self.fresh(f"{_part(frame, 'numbers')}[{place}]", may_lack=False)
        return self.fresh(f"None if {frame.code} is None else {frame.code}.numbers[{place}]", may_lack=True)

    def _parameter(self, node: form.Parameter) -> Made:
        return self._number(node.id, node.day)

    def _joined(self, code: str, *parts: Made) -> Made:
        """Write what is unknown where any part is."""
        lacking = [part.code for part in parts if part.may_lack]
        if not lacking:
            return self.fresh(code, may_lack=False)
        test = " or ".join(f"{name} is None" for name in lacking)
        return self.fresh(f"None if {test} else {code}", may_lack=True)

    def _arithmetic(self, node: form.Arithmetic) -> Made:
        left, right = self.value(node.left), self.value(node.right)
        return self._joined(f"{left.code} {node.op} {right.code}", left, right)

    def _negative(self, node: form.Negative) -> Made:
        operand = self.value(node.operand)
        return self._joined(f"-{operand.code}", operand)

    def _compare(self, node: form.Compare) -> Made:
        left, right = self.value(node.left), self.value(node.right)
        return self._joined(f"{left.code} {node.op} {right.code}", left, right)

    def _junction(self, node: form.Junction) -> Made:
        parts = [self.value(part) for part in node.parts]
        settles, otherwise = ("False", "True") if node.op == "and" else ("True", "False")
        lacking = [part for part in parts if part.may_lack]
        if not lacking:
            return self.fresh(f" {node.op} ".join(part.code for part in parts), may_lack=False)
        sign = "not " if node.op == "and" else ""
        settled = " or ".join(f"{part.code} is {settles}" if part.may_lack else f"{sign}{part.code}" for part in parts)
        unknown = " or ".join(f"{part.code} is None" for part in lacking)
        return self.fresh(f"{settles} if {settled} else None if {unknown} else {otherwise}", may_lack=True)

    def _opposite(self, node: form.Opposite) -> Made:
        operand = self.value(node.operand)
        return self._joined(f"not {operand.code}", operand)

    def _choose(self, node: form.Choose) -> Made:
        test = self.value(node.test)
        self.count += 1
        name, lacks = f"t{self.count}", test.may_lack
        if test.may_lack:
            self.line(f"if {test.code} is None: {name} = None")
        self.line(f"{'elif' if test.may_lack else 'if'} {test.code}:")
        for heading, side in (("", node.yes), ("else:", node.no)):
            if heading:
                self.line(heading)
            lacks |= self._into(name, side)
        return Made(name, lacks)

    def _into(self, name: str, node: Node) -> bool:
        before = dict(self.worked_out)
        self.depth += 1
        self.inside += 1
        made = self.value(node)
        self.line(f"{name} = {made.code}")
        self.inside -= 1
        self.depth -= 1
        self.worked_out = before
        return made.may_lack

    def _extreme(self, node: form.Extreme) -> Made:
        parts = [self.value(part) for part in node.parts]
        if len(parts) > len(("one", "other")):
            return self._joined(f"{node.op}({', '.join(part.code for part in parts)})", *parts)
        one, other = parts
        sign = "<" if node.op == "min" else ">"
        return self._joined(f"{one.code} if {one.code} {sign} {other.code} else {other.code}", one, other)

    def _rounded(self, node: form.Rounded) -> Made:
        top, bottom, step = (self.value(part) for part in (node.top, node.bottom, node.step))
        by = bottom.code if step.code == "1" else f"({bottom.code} * {step.code})"
        times = "" if step.code == "1" else f" * {step.code}"
        code = {
            Rounding.DOWN: f"{top.code} // {by}{times}",
            Rounding.UP: f"-(-{top.code} // {by}){times}",
            Rounding.HALF_UP: f"half_up({top.code}, {by}){times}",
        }[node.mode]
        return self._joined(code, top, bottom, step)

    def _ask(self, node: form.Ask) -> Made:
        subject, frame = self.subject(node.subject), self._frame(node.day)
        if node.rule in self.places.inlined and self.facts_known and self.written_out < _MOST_WRITTEN_OUT:
            return self._write_out(self.places.forms[node.rule], subject)
        name = function_name(self.places.rules[node.rule], facts_known=self.facts_known)
        call = f"{name}({subject.code}, {frame.code})"
        if node.rule in self.places.remembered and not frame.may_lack:
            return self._remembered(call, node.rule, subject, frame)
        made = self._joined(call, subject, frame)
        return Made(made.code, made.may_lack or self._is_unsure(node.rule))

    def _is_unsure(self, rule: RuleId) -> bool:
        return not self.facts_known or rule in self.places.unsure

    def _remembered(self, call: str, rule: RuleId, subject: Made, frame: Made) -> Made:
        """Ask a rule that several others ask, once for each entity and day."""
        key = self.fresh(f"({self.places.rules[rule]}, {subject.code})", may_lack=False).code
        lacks = f"None if {subject.code} is None else " if subject.may_lack else ""
        memory = _part(frame, "memory")
        asked_before = self.count
        made = self.fresh(f"{lacks}{memory}.get({key}, f)", subject.may_lack or self._is_unsure(rule))
        if self.count > asked_before:
            self.line(f"if {made.code} is f: {made.code} = {memory}[{key}] = {call}")
        return made

    def _count(self, node: form.Count) -> Made:
        arguments = [self.value(argument) for argument in node.arguments]
        codes = [argument.code for argument in arguments]
        if node.function in NEED_CALENDAR:
            codes.append("*f.calendar()")
        return self._joined(f"{node.function}({', '.join(codes)})", *arguments)

    def _ladder(self, node: form.Ladder) -> Made:
        number, table = self.value(node.number), self._number(node.table, node.day)
        return self._joined(f"on_ladder({number.code}, {table.code})", number, table)

    def _slices(self, node: form.Slices) -> Made:
        amount, table = self.value(node.amount), self._number(node.table, node.day)
        return self._joined(f"in_slices({amount.code}, {table.code}, {node.mode.name})", amount, table)

    def _within(self, node: form.Within) -> Made:
        subject, day = self.subject(node.subject), self.value(node.day)
        lacks = f"None if {subject.code} is None else " if subject.may_lack else ""
        period = self.fresh(f"{lacks}{subject.code}.{node.name}", subject.may_lack or not self.facts_known)
        return self._joined(f"{day.code} in {period.code}", day, period)

    def _gather(self, node: form.Gather) -> Made:
        owner = self.subject(node.owner)
        lacks = f"None if {owner.code} is None else " if owner.may_lack else ""
        members = self.fresh(f"{lacks}{owner.code}.{node.members}", owner.may_lack or not self.facts_known)
        self.count += 1
        total, member = f"t{self.count}", f"m{self.count}"
        start = {Aggregate.SUM: "0", Aggregate.COUNT: "0", Aggregate.ANY: "False", Aggregate.ALL: "True"}[node.op]
        if members.may_lack:
            self.line(f"{total} = None if {members.code} is None else {start}")
            self.line(f"for {member} in {members.code} or ():")
        else:
            self.line(f"{total} = {start}")
            self.line(f"for {member} in {members.code}:")
        lacks_some = self._each(node, total, member)
        return Made(total, members.may_lack or lacks_some)

    def _each(self, node: form.Gather, total: str, member: str) -> bool:
        before = dict(self.names), dict(self.worked_out)
        self.names[node.variable] = Made(member, may_lack=False)
        self.depth += 1
        self.inside += 1
        where = self.value(node.where) if node.where else Made("True", may_lack=False)
        gather = self._add if node.op in (Aggregate.SUM, Aggregate.COUNT) else self._try
        lacks_some = gather(node, total, where)
        self.inside -= 1
        self.depth -= 1
        self.names, self.worked_out = before
        return lacks_some

    def _add(self, node: form.Gather, total: str, where: Made) -> bool:
        if where.may_lack:
            self.line(f"if {where.code} is None: {total} = None")
        self.line(f"if {where.code}:")
        self.depth += 1
        value = self.value(node.value) if node.value else Made("1", may_lack=False)
        lacks_some = where.may_lack or value.may_lack
        if lacks_some:
            lacks = f"{total} is None or {value.code} is None" if value.may_lack else f"{total} is None"
            self.line(f"{total} = None if {lacks} else {total} + {value.code}")
        else:
            self.line(f"{total} += {value.code}")
        self.depth -= 1
        return lacks_some

    def _try(self, node: form.Gather, total: str, where: Made) -> bool:
        assert node.value is not None  # noqa: S101  the reader gives `any` and `all` a value
        value = self.value(node.value)
        lacks_some = where.may_lack or value.may_lack
        if not lacks_some:
            passes = (
                f"{where.code} and {value.code}" if node.op is Aggregate.ANY else f"not {where.code} or {value.code}"
            )
            self.line(f"{total} = {total} {'or' if node.op is Aggregate.ANY else 'and'} ({passes})")
            return False
        join = "either" if node.op is Aggregate.ANY else "both"
        one = (
            f"both({where.code}, {value.code})"
            if node.op is Aggregate.ANY
            else f"either(opposite({where.code}), {value.code})"
        )
        self.line(f"{total} = {join}({total}, {one})")
        return True


def _part(frame: Made, name: str) -> str:
    """Name a part of a frame; that of the day asked about stands in names of its own."""
    return name if frame.code == "f" else f"{frame.code}.{name}"


def function_name(place: int, *, facts_known: bool) -> str:
    """Name the function of a rule in one of its versions."""
    return f"{'known' if facts_known else 'careful'}_{place}"
