"""Photos made fit to keep: upright, not larger than asked, in colours every screen shows, telling nothing but
the picture. Works on bytes and touches no file; costly, so for a thread of its own.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pi_heif
from PIL import Image, ImageCms, ImageFile, ImageOps

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import jpeg
from gsmon_desktop.media.exif import Told, told
from gsmon_desktop.media.kinds import Kind, sniff

LONGEST = 1600
"""Pixels of the longer side, where the form says nothing else."""
QUALITY = 85
MOST_BYTES = 150 * 1024 * 1024
"""A larger file is no photo to be read into memory."""
_MOST_PIXELS = {"JPEG": 220_000_000}
"""A JPEG is made small while it is decoded, so that even a telephone's 200 megapixels fit into memory."""
_MOST_OTHERS = 64_000_000
_SUSPECT = 24_000_000
"""From so many pixels on, a file too small for its picture is a trap and not a photo."""
_MOST_PER_BYTE = {"JPEG": 50}
_MOST_PER_BYTE_OTHERS = 200
_FORMATS = {
    **{name: name for name in ("JPEG", "PNG", "GIF", "BMP", "TIFF", "AVIF")}, "WebP": "WEBP", "HEIC": "HEIF"
}  # fmt: skip
_LOSSLESS = frozenset({"PNG", "GIF", "BMP"})
"""Drawn rather than taken (screenshots): kept without loss where they are small enough."""
_HARMLESS = frozenset({"transparency", "gamma", "dpi", "aspect", "interlace", "srgb", "chromaticity"})
"""What a PNG may say beside its picture and still be kept as it is."""
_TURNED = 0x0112
_UPRIGHT = 1

pi_heif.register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # we look ourselves, before decoding, and with a limit for each format


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept. `type` image/jpeg or image/png, `suffix` its ending, pixels `width`, `height`;
    `told`: what its tags said of moment and place; `source`: SHA-256 of the file it was made from, in hex;
    `changed`: whether `content` differs from that file."""

    content: bytes
    type: str
    suffix: str
    width: int
    height: int
    told: Told
    source: str
    changed: bool


def prepare(data: bytes, name: str = "", *, longest: int = LONGEST) -> Photo:
    """The photo in `data` as it is to be kept; the same bytes always give the same. `name` is for messages.

    Raises GsmonError: media.empty, media.not_image, media.bomb (too many pixels), media.too_big (bytes),
    media.broken.
    """
    if not data:
        raise GsmonError("media.empty", name)
    if len(data) > MOST_BYTES:
        raise GsmonError("media.too_big", name, most=MOST_BYTES // 1024**2)
    with opened(data, name) as (image, kind):
        return _prepared(image, kind, data, longest)


def thumbnail(data: bytes, side: int) -> bytes:
    """A small JPEG of a photo, at most `side` pixels long. Raises as `prepare`."""
    with opened(data, "") as (image, _):
        return encoded(_flat(_upright(_small(image, side))))


@contextmanager
def opened(data: bytes, name: str) -> Iterator[tuple[ImageFile.ImageFile, Kind]]:
    """The picture, looked at before it is decoded. Whatever goes wrong with broken bytes is media.broken."""
    kind = sniff(data[: 64 * 1024])
    if kind.name not in _FORMATS:
        raise GsmonError("media.not_image", name, really=kind.name or "?")
    try:
        with Image.open(io.BytesIO(data), formats=[_FORMATS[kind.name]]) as image:
            _check_size(image, kind, len(data), name)
            yield image, kind
    except GsmonError:
        raise
    except MemoryError as error:
        raise GsmonError("media.bomb", name, pixels="?") from error
    except Exception as error:  # Pillow's readers raise nearly anything at broken files
        raise GsmonError("media.broken", name, reason=type(error).__name__) from error


def _check_size(image: Image.Image, kind: Kind, size: int, name: str) -> None:
    pixels = image.width * image.height
    most = _MOST_PIXELS.get(kind.name, _MOST_OTHERS)
    trap = pixels > _SUSPECT and pixels > size * _MOST_PER_BYTE.get(kind.name, _MOST_PER_BYTE_OTHERS)
    if pixels > most or trap:
        raise GsmonError("media.bomb", name, pixels=round(pixels / 1_000_000))


def _prepared(image: ImageFile.ImageFile, kind: Kind, data: bytes, longest: int) -> Photo:
    exif = image.getexif()
    said, upright = told(exif), exif.get(_TURNED, _UPRIGHT) == _UPRIGHT
    fits = max(image.size) <= longest
    content, type_, suffix = None, "image/jpeg", ".jpg"
    if fits and upright and kind.name == "JPEG" and image.mode in ("L", "RGB"):
        image.load()  # a cut off file shows only now
        content = jpeg.bare(data)
    elif fits and kind.name in _LOSSLESS:
        type_, suffix = "image/png", ".png"
        content = _unchanged_png(image, kind, data) or _png(_upright(image))
    if content is None:
        content = encoded(_flat(_upright(_small(image, longest))))
    with Image.open(io.BytesIO(content)) as kept:
        width, height = kept.size
    return Photo(
        content,
        type_,
        suffix,
        width,
        height,
        said,
        hashlib.sha256(data).hexdigest(),
        content != data,
    )


def _small(image: ImageFile.ImageFile, longest: int) -> Image.Image:
    """At most `longest` pixels on the longer side. A larger JPEG is made small while it is decoded."""
    if max(image.size) <= longest:
        image.load()
        return image
    image.draft(None, (2 * longest, 2 * longest))
    scale = longest / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return _eight_bits(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _eight_bits(image: Image.Image) -> Image.Image:
    """A mode that can be resized smoothly: no palette, no bits, no sixteen-bit greys."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "P" or "transparency" in image.info:
        return _with_info(image.convert("RGBA"), image)
    if image.mode in ("1", "F"):
        return _with_info(image.convert("L"), image)
    return image


def _with_info(image: Image.Image, source: Image.Image) -> Image.Image:
    for name in ("exif", "icc_profile"):
        if name in source.info:
            image.info[name] = source.info[name]
    return image


def _upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image)


def _flat(image: Image.Image) -> Image.Image:
    """Red, green, blue in sRGB (or greys), what was transparent laid on white."""
    image = _eight_bits(image)
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        above = image.convert("RGBA")
        image = Image.new("RGBA", above.size, "white")
        image.alpha_composite(above)
        image = image.convert("RGB")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError, OSError):  # a profile nobody can read is as good as none
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            image = converted if converted is not None else image
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def encoded(image: Image.Image) -> bytes:
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    stream = io.BytesIO()
    clean.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()


def _unchanged_png(image: ImageFile.ImageFile, kind: Kind, data: bytes) -> bytes | None:
    """The file itself where it is a PNG that says nothing but its picture."""
    image.load()
    told_more = set(image.info) - {
        "transparency",
        "gamma",
        "dpi",
        "aspect",
        "interlace",
        "srgb",
        "chromaticity",
    }
    ended = data.endswith(b"IEND\xaeB`\x82")
    still = getattr(image, "n_frames", 1) == 1
    return data if kind.name == "PNG" and not told_more and ended and still else None


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    profile = image.info.get("icc_profile")
    kept = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    image.info.clear()
    image.info.update(kept)
    image.save(stream, "PNG", icc_profile=profile)
    return stream.getvalue()
