"""Failed checks in the helpers say what they compared."""

import pytest

pytest.register_assert_rewrite(*(f"tests.resilience.{name}" for name in ("browser", "record", "steps")))
