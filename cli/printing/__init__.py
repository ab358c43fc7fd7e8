"""From an answer to what is printed: text, a rich terminal, JSON, CSV, Markdown, Turtle."""
