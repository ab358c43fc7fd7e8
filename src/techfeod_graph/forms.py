"""The forms of the model's scalars: ids, locators, years, IRIs."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

__all__ = ["Iri", "Locator", "Pages", "Slug", "SlugKey", "Text", "Year"]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
SlugKey = Annotated[str, StringConstraints(pattern=r"^S\d{1,2}$")]
Locator = Annotated[str, StringConstraints(pattern=r"^([PN]\d{2}\.\d{1,2}|S\d{1,2}|B\d{2})$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Pages = Annotated[str, StringConstraints(pattern=r"^\d{1,4}([-–]\d{1,4})?$")]
Iri = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]
