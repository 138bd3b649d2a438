// Lines at the bottom of an invented passport (ICAO Doc 9303-4 §4.2.2), with check digits that fit (9303-3 §4.9).

const value = (c) => (c === "<" ? 0 : /\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
const digit = (field) => [...field].reduce((sum, c, i) => sum + value(c) * [7, 3, 1][i % 3], 0) % 10;
const filled = (text, length) => text.padEnd(length, "<");

/** `name` as printed there, such as `NAMUNAVA<<LOLA`; `birth` as six digits. */
export function passportLines({ name, number, country = "UZB", birth, expiry = "300101" }) {
  const checked = [filled(number, 9), birth, expiry].map((field) => `${field}${digit(field)}`);
  const optional = `${filled("", 14)}0`;
  const whole = digit([...checked, optional].join(""));
  return [filled(`P<${filled(country, 3)}${name}`, 44), `${checked[0]}${filled(country, 3)}${checked[1]}<${checked[2]}${optional}${whole}`];
}

/** Types as a scanner does: the lines into whatever has the focus, each with Enter. */
export async function scan(visitor, lines) {
  for (const [i, line] of lines.entries()) {
    await visitor.page.keyboard.type(line);
    if (i + 1 < lines.length) await visitor.page.keyboard.press("Enter");
  }
}
