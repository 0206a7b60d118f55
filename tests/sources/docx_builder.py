"""Makes small DOCX files: paragraphs in Word's XML, and the parts around them."""

from epub_builder import packed

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run of text: `run("no", "<w:i/>")` is italic."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    runs = (part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def centred(text: str) -> str:
    """A paragraph in the middle."""
    return paragraph(text, properties='<w:jc w:val="center"/>')


def styled(text: str, style: str) -> str:
    """A paragraph with a style."""
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def part(element: str, content: str) -> str:
    """An XML part with this root."""
    return f'<?xml version="1.0"?><w:{element} xmlns:w="{MAIN}">{content}</w:{element}>'


def relationships(**targets: str) -> str:
    """A list of related parts, by kind."""
    items = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def docx(*content: str, **parts: str) -> bytes:
    """A DOCX of these paragraphs; `parts` such as `styles` are the insides of other parts."""
    members: dict[str, str | bytes] = {
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relationships(
            **{kind: f"{kind}.xml" for kind in parts if kind != "core"}
        ),
        "word/document.xml": part("document", f"<w:body>{''.join(content)}</w:body>"),
    }
    for kind, inside in parts.items():
        if kind == "core":
            members["docProps/core.xml"] = f'<c xmlns:dc="x">{inside}</c>'
        else:
            members[f"word/{kind}.xml"] = part(kind, inside)
    return packed(members)
