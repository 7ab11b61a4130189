def detect(text: str, languages=None) -> str | None:
    return None
