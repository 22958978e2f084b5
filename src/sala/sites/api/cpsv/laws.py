"""The law of a service: its rules, the Acts they carry out, and what must be so before a person can have it."""

from collections.abc import Iterator

from sala.domains.law import public as law
from sala.kernel.bilingual import LANGS
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.servicekit.schema.service import Service
from sala.sites.uris import uri

from .graph import Graph, Node, said, trust


def name_rules(service: PublicService, graph: Graph) -> list[str]:
    """Tell of each law that the service names, and of the Acts that the law carries out."""
    return [graph.name(_rule(law.get_law(name=name), graph)) for name in service.law]


def list_acts(service: PublicService, graph: Graph) -> list[str]:
    """Tell of each Act that the service rests on: those of its laws, and those that a guide cites."""
    of_laws = (act for name in service.law for act in _acts(law.get_law(name=name), graph))
    cited = service.acts if isinstance(service, Guide) else ()
    named = f"{uri('service', service.shown_path)}#act"
    return [
        *of_laws,
        *(
            graph.name(
                {
                    "@id": f"{named}-{number}",
                    "@type": "LegalResource",
                    "identifier": f"{named}-{number}",
                    "title": said(act.cites),
                    **trust(act),
                }
            )
            for number, act in enumerate(cited, start=1)
        ),
    ]


def list_requirements(service: PublicService, graph: Graph) -> Iterator[Node]:
    """Tell what must be so: what a guide says in words, or the rule of the law that decides."""
    named = f"{uri('service', service.shown_path)}#requirement"
    if isinstance(service, Guide):
        for number, told in enumerate(service.requirements, start=1):
            yield _requirement(f"{named}-{number}", {"title": said(told.label), **trust(told)})
    elif isinstance(service, Service) and service.decide:
        name, _, rule = service.decide.by.partition(".")
        decides = law.get_law(name=name).rule(rule)
        told_by_law = {"title": said(decides.doc.holds), "source": said(decides.citation.text)}
        yield _requirement(named, {**told_by_law, "fulfils": graph.name(_rule(law.get_law(name=name), graph))})


def _requirement(named: str, told: Node) -> Node:
    return {"@id": named, "@type": "Requirement", "identifier": named, **told}


def _rule(found: law.Law, graph: Graph) -> Node:
    named, acts = uri("law", found.name), found.rates.acts.values()
    cited = {lang: [act.title[lang] for act in acts] for lang in LANGS}
    return {
        "@id": named,
        "@type": "Rule",
        "identifier": named,
        "title": said(found.title),
        "description": cited if acts else said(found.title),
        "implements": _acts(found, graph),
    }


def _acts(found: law.Law, graph: Graph) -> list[str]:
    return [graph.name(_act(found.name, act)) for act in found.rates.acts.values()]


def _act(of: str, act: law.Act) -> Node:
    """Tell of an Act; one that its author had from a secondary source only is unverified."""
    named = uri("act", f"{of}.{act.id}")
    gazette = act.gazette
    return {
        "@id": named,
        "@type": "LegalResource",
        "identifier": named,
        "title": said(act.title),
        **({"citation": said(gazette.text), "publishedOn": gazette.on.isoformat()} if gazette else {}),
        **({} if act.read else {"unverified": True}),
    }
