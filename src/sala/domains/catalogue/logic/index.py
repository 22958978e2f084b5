"""
The search index: BM25 over the catalogue's own words, built in this process from the declarations.

A word in a service's name counts more than one in its explanation; the weights stand here and nowhere else.
"""

from collections.abc import Iterable, Mapping

import tantivy

from .words import words_of

WEIGHTS: Mapping[str, float] = {"name": 4.0, "called": 3.0, "summary": 1.5, "body": 1.0}


class SearchIndex:
    """Finds services by words. Building takes milliseconds for a thousand services; a query well under one."""

    def __init__(self, documents: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        """Index (slug, text by field) pairs; fields are those of `WEIGHTS`."""
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("slug", stored=True, tokenizer_name="raw")
        for field in WEIGHTS:
            builder.add_text_field(field, tokenizer_name="whitespace")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        for slug, fields in documents:
            cut = {field: " ".join(words_of_long(text)) for field, text in fields.items()}
            writer.add_document(tantivy.Document(slug=[slug], **{field: [text] for field, text in cut.items()}))
        writer.commit()
        self._index.reload()

    def find(self, words: Iterable[str], *, at_most: int) -> list[str]:
        """Give the slugs that match any of the words, best first."""
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._one_word(field, word), weight))
            for word in words
            for field, weight in WEIGHTS.items()
        ]
        if not clauses:
            return []
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(clauses), at_most).hits
        return [searcher.doc(address)["slug"][0] for _, address in hits]

    def _one_word(self, field: str, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, word)


def words_of_long(text: str) -> list[str]:
    """Cut a text of any length, line by line."""
    return [word for line in text.splitlines() for word in words_of(line)]
