"""Character sets of one byte a character, as CPython's `encodings` has them; 0 to 127 are ASCII in all.

A table is in programs only of which a literal may be its name.
"""

from __future__ import annotations

from mirage.lowlevel import i64, load8, noinline, some_literal_is, tail_address, u8, u32, u64
from mirage.runtime import text_codecs
from mirage.runtime.text import TextBuilder, char_at, is_ascii

_UNDEFINED = "character maps to <undefined>"


@noinline
def table(encoding: str) -> str:
    """The characters of the bytes from 128 on, U+FFFE where there is none; "" for every other name."""
    name = _underscored(encoding)
    if some_literal_is("1250", "cp1250", "windows1250"):
        if name == "1250" or name == "cp1250" or name == "windows_1250":
            return (
                "€\ufffe‚\ufffe„…†‡\ufffe‰Š‹ŚŤŽŹ\ufffe‘’“”•–—\ufffe™š›śťžź"
                "\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
                "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
            )
    if some_literal_is("1251", "cp1251", "windows1251"):
        if name == "1251" or name == "cp1251" or name == "windows_1251":
            return (
                "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffe™љ›њќћџ"
                "\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї"
                "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                "абвгдежзийклмнопрстуфхцчшщъыьэюя"
            )
    if some_literal_is("1252", "cp1252", "windows1252"):
        if name == "1252" or name == "cp1252" or name == "windows_1252":
            return (
                "€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ"
                "\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
            )
    if some_literal_is("1253", "cp1253", "windows1253"):
        if name == "1253" or name == "cp1253" or name == "windows_1253":
            return (
                "€\ufffe‚ƒ„…†‡\ufffe‰\ufffe‹\ufffe\ufffe\ufffe\ufffe\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe\ufffe\ufffe\ufffe"
                "\xa0΅Ά£¤¥¦§¨©\ufffe«¬\xad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
                "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήί"
                "ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffe"
            )
    if some_literal_is("1254", "cp1254", "windows1254"):
        if name == "1254" or name == "cp1254" or name == "windows_1254":
            return (
                "€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffe\ufffe\ufffe\ufffe‘’“”•–—˜™š›œ\ufffe\ufffeŸ"
                "\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
                "àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"
            )
    if some_literal_is("1257", "cp1257", "windows1257"):
        if name == "1257" or name == "cp1257" or name == "windows_1257":
            return (
                "€\ufffe‚\ufffe„…†‡\ufffe‰\ufffe‹\ufffe¨ˇ¸\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe¯˛\ufffe"
                "\xa0\ufffe¢£¤\ufffe¦§Ø©Ŗ«¬\xad®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ"
                "ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                "ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙"
            )
    if some_literal_is("437", "cp437", "cspc8codepage437", "ibm437"):
        if name == "437" or name == "cp437" or name == "cspc8codepage437" or name == "ibm437":
            return (
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
                "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0"
            )
    if some_literal_is("850", "cp850", "cspc850multilingual", "ibm850"):
        if name == "850" or name == "cp850" or name == "cspc850multilingual" or name == "ibm850":
            return (
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
                "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0"
            )
    if some_literal_is("852", "cp852", "cspcp852", "ibm852"):
        if name == "852" or name == "cp852" or name == "cspcp852" or name == "ibm852":
            return (
                "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č"
                "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
                "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀"
                "ÓßÔŃńňŠšŔÚŕŰýÝţ´\xad˝˛ˇ˘§÷¸°¨˙űŘř■\xa0"
            )
    if some_literal_is("858", "cp858", "csibm858", "ibm858"):
        if name == "858" or name == "cp858" or name == "csibm858" or name == "ibm858":
            return (
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀"
                "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0"
            )
    if some_literal_is("866", "cp866", "csibm866", "ibm866"):
        if name == "866" or name == "cp866" or name == "csibm866" or name == "ibm866":
            return (
                "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                "абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\xa0"
            )
    if some_literal_is("csisolatin2", "iso88592", "iso885921987", "isoir101", "l2", "latin2"):
        if (
            name == "csisolatin2"
            or name == "iso8859_2"
            or name == "iso_8859_2"
            or name == "iso_8859_2_1987"
            or name == "iso_ir_101"
            or name == "l2"
            or name == "latin2"
        ):
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\xadŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
                "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
            )
    if some_literal_is("csisolatincyrillic", "cyrillic", "iso88595", "iso885951988", "isoir144"):
        if (
            name == "csisolatincyrillic"
            or name == "cyrillic"
            or name == "iso8859_5"
            or name == "iso_8859_5"
            or name == "iso_8859_5_1988"
            or name == "iso_ir_144"
        ):
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0ЁЂЃЄЅІЇЈЉЊЋЌ\xadЎЏАБВГДЕЖЗИЙКЛМНОП"
                "РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп"
                "рстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ"
            )
    if some_literal_is(
        "csisolatingreek", "ecma118", "elot928", "greek", "greek8", "iso88597", "iso885971987", "isoir126"
    ):
        if (
            name == "csisolatingreek"
            or name == "ecma_118"
            or name == "elot_928"
            or name == "greek"
            or name == "greek8"
            or name == "iso8859_7"
            or name == "iso_8859_7"
            or name == "iso_8859_7_1987"
            or name == "iso_ir_126"
        ):
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0‘’£€₯¦§¨©ͺ«¬\xad\ufffe―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ"
                "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήί"
                "ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffe"
            )
    if some_literal_is("csisolatin5", "iso88599", "iso885991989", "isoir148", "l5", "latin5"):
        if (
            name == "csisolatin5"
            or name == "iso8859_9"
            or name == "iso_8859_9"
            or name == "iso_8859_9_1989"
            or name == "iso_ir_148"
            or name == "l5"
            or name == "latin5"
        ):
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
                "àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"
            )
    if some_literal_is("iso885913", "l7", "latin7"):
        if name == "iso8859_13" or name == "iso_8859_13" or name == "l7" or name == "latin7":
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0”¢£¤„¦§Ø©Ŗ«¬\xad®Æ°±²³“µ¶·ø¹ŗ»¼½¾æ"
                "ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                "ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž’"
            )
    if some_literal_is("iso885915", "l9", "latin9"):
        if name == "iso8859_15" or name == "iso_8859_15" or name == "l9" or name == "latin9":
            return (
                "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
                "\xa0¡¢£€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿"
                "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
            )
    if some_literal_is("cskoi8r", "koi8r"):
        if name == "cskoi8r" or name == "koi8_r":
            return (
                "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷"
                "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
                "юабцдефгхийклмнопярстужвьызшэщчъ"
                "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
            )
    if some_literal_is("koi8u"):
        if name == "koi8_u":
            return (
                "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷"
                "═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©"
                "юабцдефгхийклмнопярстужвьызшэщчъ"
                "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
            )
    if some_literal_is("macintosh", "macroman"):
        if name == "mac_roman" or name == "macintosh" or name == "macroman":
            return (
                "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
                "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                "¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
                "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
            )
    return ""


def _underscored(encoding: str) -> str:
    """As CPython's `encodings` look a name up: lower case, `_` for each run of all but letters and digits."""
    builder = TextBuilder(encoding._length)
    between = False
    i = i64(0)
    while i < encoding._length:
        code = char_at(encoding, i)
        if code >= 65 and code <= 90:
            code = code + 32
        if code >= 97 and code <= 122 or code >= 48 and code <= 57:
            if between and builder._count > 0:
                builder.add(u32(95))
            builder.add(code)
            between = False
        else:
            between = True
        i = i + 1
    return builder.finish()


def encode(text: str, characters: str, errors: str) -> bytes:
    """The text in the character set with this table."""
    if is_ascii(text):
        return text_codecs.bytes_from(tail_address(text), text._length)
    builder = text_codecs.BytesBuilder(text._length)
    i = i64(0)
    while i < text._length:
        byte = _byte_of(char_at(text, i), characters)
        if byte >= 0:
            builder.add(u8(byte))
            i = i + 1
        else:
            i = _encode_error(builder, text, i, characters, errors)
    return builder.finish()


def _byte_of(code: u32, characters: str) -> i64:
    """The byte for a character, or -1."""
    if code < 128:
        return i64(code)
    if code == 0xFFFE:
        return i64(-1)
    i = i64(0)
    while i < characters._length:
        if char_at(characters, i) == code:
            return i + 128
        i = i + 1
    return i64(-1)


def _encode_error(builder: text_codecs.BytesBuilder, text: str, at: i64, characters: str, errors: str) -> i64:
    """Handle the run of characters at `at` that the set has not; returns where to go on."""
    end = at + 1
    while end < text._length and _byte_of(char_at(text, end), characters) < 0:
        end = end + 1
    return text_codecs.replaced(builder, text, at, end, "charmap", _UNDEFINED, errors)


def decode(address: u64, size: i64, characters: str, errors: str) -> str:
    plain = text_codecs.ascii_length(address, size)
    if plain == size:
        return text_codecs.text_from_latin1(address, size)
    builder = TextBuilder(size)
    i = i64(0)
    while i < size:
        code = u32(load8(address + u64(i)))
        if code >= 128:
            code = char_at(characters, i64(code) - 128)
        if code == 0xFFFE:
            i = text_codecs.decode_error(builder, address, size, i, i + 1, "charmap", _UNDEFINED, errors)
        else:
            builder.put(code)
            i = i + 1
    return builder.finish()
