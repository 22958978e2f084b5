"""Each way a pack can be wrong has its own message, which points at the place."""

from pathlib import Path

import pytest

from sala.kernel.bilingual import LANGS
from sala.servicekit import DeclarationInvalid, check_pack, load_service
from sala.servicekit import problems as found
from sala.servicekit.problems import Place, Problem

from .conftest import GUIDE, SERVICE, SMALL, Spoil

LOCALITY = "localities/riverside/locality.yaml"
ORDINANCES = "localities/riverside/ordinances.yaml"
LAW = "laws/dog_act"
ABOUT = "services/town/dog-registration/content/en/about.md"
SEARCH = "search/pets.yaml"
PAGE_CARE = "when: {fact: kind_of_dog, is: large}"

WARNINGS = {  # what `examine_pack` warns of
    found.LongSentence,
    found.NobodyCanBegin,
    found.NumberStale,
    found.Officialese,
    found.TranslatedPassive,
    found.UnexplainedAbbreviation,
}

SPOILED: list[tuple[type[Problem], str, str, str]] = [
    (found.FileUnreadable, SERVICE, "kind: registration", "kind: [registration"),
    (found.UnknownKey, GUIDE, "aliases: [pet-passport]", "ask: {}"),
    (found.WrongValue, GUIDE, "level: guide", "level: leaflet"),
    (found.MissingKey, GUIDE, "level: guide\n", ""),
    (found.Unsourced, GUIDE, "The dog is vaccinated, unverified: true}", "The dog is vaccinated}"),
    (found.WrongFolder, GUIDE, "service: dog-passport", "service: cat-passport"),
    (found.UnknownAgency, GUIDE, "agency: livestock", "agency: livestok"),
    (found.UnknownLaw, GUIDE, "law: [dog_act]", "law: [cat_act]"),
    (found.UnknownTopic, GUIDE, "topic: animals", "topic: plants"),
    (found.UnknownLifeEvent, GUIDE, "life_events: [keeping-a-pet]", "life_events: [travelling]"),
    (found.UnknownService, GUIDE, "related: [dog-registration]", "related: [cat-registration]"),
    (found.SchemaMissing, SERVICE, "schema: 1\n", ""),
    (found.SchemaTooNew, SERVICE, "schema: 1\n", "schema: 2\n"),
    (found.DuplicateId, SERVICE, "purposes:\n", "law: [dog_act]\npurposes:\n"),
    (found.DuplicateId, SERVICE, "{id: care,", "{id: dog,"),
    (found.DuplicateId, SERVICE, "{id: mend,", "{id: check,"),
    (found.UnknownKey, SERVICE, "issuer: livestock", "isuer: livestock"),
    (found.UnknownKey, SERVICE, "name: {th: ขึ้นทะเบียนสุนัข,", "name: {de: Hund, th: ขึ้นทะเบียนสุนัข,"),
    (found.MissingKey, SERVICE, "kind: registration\n", ""),
    (found.MissingTranslation, SERVICE, ", en: Register a dog}", "}"),
    (found.MissingTranslation, SERVICE, "th: อายุ, en: Age,", "en: Age,"),
    (found.WrongValue, SERVICE, "length: 3", "length: soon"),
    (found.WrongValue, SERVICE, "service: dog-registration", "service: Dog Registration"),
    (found.WrongValue, SERVICE, "{type: number,", "{type: integer,"),
    (found.WrongValue, SERVICE, "options: {small: {th: เล็ก, en: Small}, large: {th: ใหญ่, en: Large}}", "options: {}"),
    (found.WrongValue, SERVICE, PAGE_CARE, "when: {fact: kind_of_dog}"),
    (found.WrongValue, SERVICE, "agency: {local: home}", "agency: {local: home, code: livestock}"),
    (found.WrongValue, SERVICE, "contact: {from_locality: true}", "contact: {from_locality: true}\ndiscreet: true"),
    (found.WrongValue, ORDINANCES, 'amount: "60.50"', "amount: 60.50"),
    (found.Unsourced, SERVICE, "fee: {set_by: local-ordinance, unverified: true}", "fee: {amount: 0}"),
    (found.Unsourced, SERVICE, "copies: 1, uploaded_as: vaccine, unverified: true", "copies: 1, uploaded_as: vaccine"),
    (found.WrongFolder, SERVICE, "service: dog-registration", "service: cat-registration"),
    (found.WrongFolder, LOCALITY, "locality: riverside", "locality: hillside"),
    (found.UnknownLaw, SERVICE, "law: [dog_act]", "law: [cat_act]"),
    (found.UnknownLaw, SERVICE, "by: dog_act.must_register", "by: cat_act.must_register"),
    (found.UnknownRule, SERVICE, "by: dog_act.must_register", "by: dog_act.must_be_registered"),
    (found.LawNeedsFact, SERVICE, "by: dog_act.must_register", "by: dog_act.needs_muzzle"),
    (found.LawNeedsFact, SERVICE, "decide: {", "check: {by: dog_act.needs_muzzle}\ndecide: {"),
    (found.UnknownRule, SERVICE, "decide: {", "check: {by: dog_act.may_bark}\ndecide: {"),
    (
        found.UnknownFact,
        SERVICE,
        "decide: {",
        "check: {by: dog_act.needs_muzzle, facts: {bites: {fact: tail, is: 1}}}\ndecide: {",
    ),
    (found.UnknownRegister, SERVICE, "home: {from: civil-registry,", "home: {from: dog-registry,"),
    (found.UnknownRegisterFact, "registries/civil-registry.yaml", "  home: {type: sub-district}\n", ""),
    (found.UnknownAgency, SERVICE, "issuer: livestock", "issuer: livestok"),
    (found.UnknownAgency, SERVICE, "agency: {local: home}", "agency: nobody"),
    (found.UnknownAgency, "agencies.yaml", "parent: ministry", "parent: ministries"),
    (found.UnknownAgency, "offices.yaml", "agency: livestock", "agency: livestok"),
    (found.UnknownOffice, GUIDE, "offices: [livestock-office]", "offices: [livestock-ofice]"),
    (found.OfficeWithoutPlace, "offices.yaml", "ปศุสัตว์จังหวัด{province}", "ปศุสัตว์เขต{region}"),
    (found.UnknownLifeEvent, SERVICE, "life_events: [keeping-a-pet]", "life_events: [keeping-pets]"),
    (found.UnknownPurpose, SERVICE, "register: {th: ขึ้นทะเบียน,", "keep: {th: ขึ้นทะเบียน,"),
    (found.UnknownFact, SERVICE, "ask: [kind_of_dog, age_months]", "ask: [kind_of_dog, age_months, colour]"),
    (found.UnknownFact, SERVICE, "agency: {local: home}", "agency: {local: house}"),
    (found.UnknownFact, SERVICE, PAGE_CARE, "when: {fact: colour, is: black}"),
    (found.UnknownOption, SERVICE, PAGE_CARE, "when: {fact: kind_of_dog, is: huge}"),
    (found.UnknownStep, SERVICE, "then: mend", "then: mending"),
    (found.UnknownDocument, SERVICE, "issues: [dog-tag]", "issues: [dog-tags]"),
    (found.UnknownDocument, LOCALITY, "{document: dog-tag,", "{document: cat-tag,"),
    (found.UnknownGuide, SERVICE, "guide: about", "guide: vaccines"),
    (found.UnknownPlaceholder, SERVICE, "Received {number}", "Received {name}"),
    (found.UnknownService, LOCALITY, "  dog-registration:\n", "  cat-registration:\n"),
    (found.UnknownBank, LOCALITY, 'bank: "006"', 'bank: "007"'),
    (found.UnknownFile, LOCALITY, "accounts:\n", "seal: seal.svg\naccounts:\n"),
    (found.OverlaySetsEligibility, LOCALITY, "accounts:\n", "decide: {by: dog_act.must_register}\naccounts:\n"),
    (found.CyclicCondition, SERVICE, "th: อายุ, en: Age,", "when: {fact: age_months, at_least: 1}, th: อายุ, en: Age,"),
    (found.ConditionAsksLater, SERVICE, PAGE_CARE, "when: {fact: vaccine, at_least: 1}"),
    (
        found.UnreachablePage,
        SERVICE,
        PAGE_CARE,
        "when: {all: [{fact: kind_of_dog, is: large}, {fact: kind_of_dog, is: small}]}",
    ),
    (
        found.UnreachablePage,
        SERVICE,
        "when: {fact: is_dangerous, is: true}",
        "when: {fact: kind_of_dog, in: [small, large]}",
    ),
    (found.QuestionOnNoPage, SERVICE, "ask: [kind_of_dog, age_months]", "ask: [kind_of_dog]"),
    (found.QuestionOnTwoPages, SERVICE, "ask: [is_dangerous]", "ask: [is_dangerous, age_months]"),
    (found.UnreachableStep, SERVICE, "then: mend", "then: check"),
    (found.LawUnreadable, f"{LAW}/rules.py", "return dog.bites", "print(dog.bites)"),
    (found.LawUnreadable, f"{LAW}/examples.yaml", "expect: true", "expects: true"),
    (found.ExampleDisagrees, f"{LAW}/examples.yaml", "{age_months: 3}", "{age_months: 2}"),
    (found.ExampleDisagrees, f"{LAW}/examples.yaml", "{age_months: 3}", "{age_weeks: 12}"),
    (found.UnknownMeaning, SEARCH, "when: [[dog]]", "when: [[wolf]]"),
    (found.UnknownMeaning, SEARCH, "unless: [cat]", "unless: [lion]"),
    (found.UnknownLifeEvent, SEARCH, "life_event: keeping-a-pet", "life_event: keeping-pets"),
    (found.UnknownService, SEARCH, "unless: [cat], services: [dog-registration]", "services: [cat-registration]"),
    (found.UnknownService, SEARCH, "{services: [dog-registration], percent", "{services: [dogs], percent"),
    (found.WrongValue, SEARCH, "percent: 5", "percent: 50"),
    (found.WrongValue, SEARCH, "life_event: keeping-a-pet", "life_event: keeping-a-pet, services: [dog-registration]"),
    (found.DuplicateId, "search/travel.yaml", "boat:", "dog:"),
    (found.UnknownNumber, ABOUT, "a dog", "{{ law:dog_act.colour }}"),
    (found.UnknownLaw, ABOUT, "a dog", "{{ law:cat_act.colour }}"),
]


@pytest.mark.parametrize(("expected", "file", "before", "after"), SPOILED)
def test_a_spoiled_pack_gets_the_message_for_what_is_wrong(
    spoil: Spoil, expected: type[Problem], file: str, before: str, after: str
) -> None:
    problems = spoil(before, after, file)

    assert expected in {type(problem) for problem in problems}
    for problem in problems:
        assert all(problem.explain(lang) for lang in LANGS)


def test_every_kind_of_problem_is_tested() -> None:
    kinds = {getattr(found, name) for name in found.__all__} - {Place, Problem}

    assert kinds - WARNINGS == {kind for kind, *_ in SPOILED}


def test_every_kind_of_problem_has_its_own_code() -> None:
    codes = [getattr(found, name).code for name in found.__all__ if name not in ("Place", "Problem")]

    assert len(codes) == len(set(codes))


def test_the_small_country_is_sound() -> None:
    assert check_pack(SMALL) == ()


def test_a_problem_points_at_the_line_and_column_of_its_key(spoil: Spoil) -> None:
    (problem,) = spoil("issuer: livestock", "isuer: livestock")

    assert str(problem.place) == f"{SERVICE}:12:13"
    assert "The nearest known: issuer" in problem.mend.en


def test_a_problem_inside_a_list_points_at_the_entry(spoil: Spoil) -> None:
    (problem,) = spoil("ask: [is_dangerous]", "ask: [is_dangerous, colour]")

    assert (problem.place.line, problem.place.column) == (29, 106)


def test_a_ring_of_conditions_is_written_out(spoil: Spoil) -> None:
    problems = spoil(
        "ask: [kind_of_dog, age_months]", "when: {fact: kind_of_dog, is: small}, ask: [kind_of_dog, age_months]"
    )

    assert [p.values["ring"] for p in problems if isinstance(p, found.CyclicCondition)] == [
        "page dog → kind_of_dog → page dog"
    ]


def test_both_languages_explain_a_problem(spoil: Spoil) -> None:
    (problem,) = spoil("law: [dog_act]", "law: [dog_acts]")

    assert "ไม่มีกฎหมายชื่อ `dog_acts`" in problem.explain("th")
    assert "No law in laws/ is named `dog_acts`" in problem.explain("en")
    assert problem.explain().count("dog_acts") == 2


def test_checking_one_folder_says_nothing_of_others(country: Path, spoil: Spoil) -> None:
    spoil('bank: "006"', 'bank: "007"', LOCALITY)

    assert check_pack(country / "services") == ()
    assert len(check_pack(country / "localities" / "riverside")) == 1


def test_a_folder_outside_any_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationInvalid):
        check_pack(tmp_path)


def test_a_service_with_problems_is_not_loaded(country: Path, spoil: Spoil) -> None:
    spoil("kind: registration\n", "")

    with pytest.raises(DeclarationInvalid) as refusal:
        load_service(country / SERVICE.removesuffix("/service.yaml"))
    assert refusal.value.problems[0].code == "missing-key"


def test_yaml_1_2_reads_words_as_words(spoil: Spoil) -> None:
    assert spoil("name: {th: ขึ้นทะเบียนสุนัข, en: Register a dog}", "name: {th: ขึ้นทะเบียนสุนัข, en: NO}") == ()
