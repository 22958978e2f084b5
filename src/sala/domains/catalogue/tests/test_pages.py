"""A page of a service's words as HTML."""

from ..logic.pages import to_html


def test_html_in_the_words_of_a_service_is_shown_and_never_run() -> None:
    assert "<script" not in to_html('<script>alert(1)</script> [a](javascript:alert(1)) <img src=x onerror="x">')
    assert "<img" not in to_html("<img src=x>")
    assert 'href="javascript' not in to_html("[a](javascript:alert(1))")
