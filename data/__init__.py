"""The curated data of the essay, as files of the package."""
