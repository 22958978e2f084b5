"""
The search index: BM25 over the catalogue's own words, built in this process from the declarations.

A word in a service's name counts more than one in its explanation, and a meaning more than a letter; the weights stand here and
nowhere else.
"""

from collections.abc import Iterable, Mapping

import tantivy

from .understanding import Understood, understand_text
from .vocabulary import Vocabulary

FIELDS: Mapping[str, float] = {"name": 2.0, "called": 4.0, "issues": 2.0, "summary": 1.5, "body": 0.7, "papers": 0.3}
SPELT = ("name", "called", "issues")  # the fields whose letters are compared, too
WORD, OUTLINE, MEANING, NEAR_MEANING, LETTERS = 1.0, 0.35, 2.0, 1.6, 0.5

_LETTERS = "letters"
_OUTLINE_MARK, _MEANING_MARK = "~", "="  # what no word begins with


class SearchIndex:
    """Finds services by what a query means. Building takes milliseconds for a hundred services; a query about one."""

    def __init__(self, documents: Iterable[tuple[str, Mapping[str, str]]], vocabulary: Vocabulary) -> None:
        """Index (slug, text by field) pairs; fields are those of `FIELDS`."""
        self._telling = vocabulary.telling
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("slug", stored=True, tokenizer_name="raw")
        for field in (*FIELDS, _LETTERS):
            builder.add_text_field(field, tokenizer_name="whitespace")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        words: set[str] = set()
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        for slug, texts in documents:
            understood = {field: understand_text(text, vocabulary) for field, text in texts.items()}
            words.update(*(one.words for one in understood.values()))
            fields = {field: " ".join(_terms_of(one)) for field, one in understood.items()}
            letters = [letters for field in SPELT for letters in understood[field].letters]
            writer.add_document(tantivy.Document(slug=slug, letters=" ".join(letters), **fields))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()
        self.words = frozenset(words)

    def find(self, asked: Understood, *, at_most: int) -> dict[str, float]:
        """Give the slugs that share anything with what is asked, best first, with their scores."""
        clauses = [
            (tantivy.Occur.Should, self._one_term(field, term, weight * importance))
            for term, importance in _importances(asked, self._telling).items()
            for field, weight in FIELDS.items()
        ]
        clauses += [(tantivy.Occur.Should, self._one_term(_LETTERS, three, LETTERS)) for three in set(asked.letters)]
        if not clauses:
            return {}
        hits = self._searcher.search(tantivy.Query.boolean_query(clauses), at_most).hits
        return {self._searcher.doc(address)["slug"][0]: score for score, address in hits}

    def _one_term(self, field: str, term: str, weight: float) -> tantivy.Query:
        return tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, term), weight)


def _terms_of(text: Understood) -> list[str]:
    return [
        *text.words,
        *(_OUTLINE_MARK + outline for outline in text.outlines),
        *(_MEANING_MARK + meaning for meaning in sorted(text.meanings)),
    ]


def _importances(asked: Understood, telling: frozenset[str]) -> dict[str, float]:
    """Give every term to look for, once, with how much it counts."""
    return {
        **dict.fromkeys(asked.words, WORD),
        **{_OUTLINE_MARK + outline: OUTLINE for outline in asked.outlines},
        **{_MEANING_MARK + meaning: NEAR_MEANING for meaning in asked.near_meanings & telling},
        **{_MEANING_MARK + meaning: MEANING for meaning in asked.meanings & telling},
    }
