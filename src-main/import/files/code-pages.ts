/** The code pages that UTF-8 is read as by mistake: from a character back to the byte it was. */

export interface CodePage {
  readonly name: string;
  /** The byte, from 0x80, that a reader with this page saw in the place of a character. */
  readonly byteOf: ReadonlyMap<string, number>;
  /** The same by character code; 0 for none. */
  readonly bytes: Uint8Array;
  /** Whether its own letters are of another script than Latin. */
  readonly isForeign: boolean;
  /** Whether a reader showed the last byte of a closing quote, or lost it. */
  readonly hasSignFor9D: boolean;
}

/** 0x80 to 0x9F of Windows-1252; a space stands where the page has nothing and readers keep the control itself. */
const westernControls = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const cyrillicLetters =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–— ™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const centralEuropeanLetters =
  '€ ‚ „…†‡ ‰Š‹ŚŤŽŹ ‘’“”•–— ™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙';

function page(name: string, isForeign: boolean, upper: string): CodePage {
  const byteOf = new Map<string, number>();
  const put = (letters: string, from: number) => {
    [...letters].forEach((letter, index) => {
      if (letter !== ' ' && !byteOf.has(letter)) byteOf.set(letter, from + index);
    });
  };
  put(upper, 256 - upper.length);
  // Programs mix pages: what one leaves undefined another fills from Windows-1252, or keeps as a control.
  put(westernControls, 0x80);
  for (let byte = 0x80; byte < 0xa0; byte += 1) put(String.fromCharCode(byte), byte);
  const bytes = new Uint8Array(0x10000);
  for (const [letter, byte] of byteOf) bytes[letter.charCodeAt(0)] = byte;
  const hasSignFor9D = [...byteOf].some(([letter, byte]) => byte === 0x9d && letter !== '\u009d');
  return { name, byteOf, bytes, isForeign, hasSignFor9D };
}

const run = (from: number, count: number, to = from): string =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(to + index)).join('');

const thaiLetters = `\u00a0${run(0xa1, 0x3a, 0x0e01)}    ${run(0xdf, 0x1d, 0x0e3f)}    `;

/** In the order they are tried; the first of several that explain a text equally well is taken. */
export const codePages: readonly CodePage[] = [
  page('Windows-1252', false, run(0xa0, 96)),
  page('Windows-1250', false, centralEuropeanLetters),
  page('Windows-874', true, thaiLetters),
  page('Windows-1251', true, cyrillicLetters),
];
