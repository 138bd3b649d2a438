// PostCSS plugins that turn govuk-frontend's output into Doorstep's: own prefix, own focus and print styles,
// no identity of GOV.UK, directions by writing mode instead of left and right.

/** Selectors of components and variants that no page uses. */
const UNUSED = new RegExp(
  [
    "caption-(xl|m)|body-(m|lead)\\b|link--|label--(xl|s)|legend--(xl|s)|error-message--|govuk-input__|input--(extra|width-(30|5|3))",
    "spin-button|\\[type=|table--|table__caption--(xl|l)|table__header--numeric|panel--interruption|panel__actions",
    "notification-banner__link|focusable|main-wrapper--|width-container--|select option|(form-group|date-input|fieldset)::after",
    ":disabled|:focus|:active",
  ].join("|"),
);

/** Properties that are set once for the whole page, are of no use in today's browsers, or carry GOV.UK's colours. */
const DROPPED = new RegExp(
  [
    "^(clear|font-family|-webkit-font-smoothing|-moz-osx-font-smoothing|word-wrap|--_?govuk|(-webkit-)?appearance|forced-color-adjust)",
    "^(-webkit-)?(text-decoration-skip|box-decoration-break)",
  ].join("|"),
);

/** Keeps what Doorstep uses of govuk-frontend and gives it Doorstep's prefix. */
export const subset = {
  postcssPlugin: "doorstep-subset",
  OnceExit(root) {
    root.walkAtRules((at) => {
      const query = at.params;
      if (at.name === "charset" || at.name === "font-face") at.remove();
      else if (at.name === "media" && /print|\\0|forced-colors|high-contrast|hover: none/.test(query)) at.remove();
      else if (at.name === "supports" && /ime-align|max\(/.test(query)) at.replaceWith(at.nodes);
      else if (at.name === "supports") at.remove();
    });
    root.walkRules((rule) => {
      const used = rule.selectors.filter((one) => one !== ":root" && !UNUSED.test(one));
      if (used.length === 0) rule.remove();
      else rule.selectors = used.map((one) => one.replaceAll("govuk-", "ds-"));
    });
    root.walkDecls((decl) => {
      decl.value = decl.value.replace(/var\(--_?govuk-[\w-]+, ([^()]+)\)/g, "$1");
      if (DROPPED.test(decl.prop) || /var\(--_?govuk/.test(decl.value)) decl.remove();
      if (decl.prop === "outline" && decl.value.endsWith("transparent")) decl.remove();
    });
    removeEmpty(root);
  },
};

const SIDES = { left: "inline-start", right: "inline-end" };

/** left/right of margins, paddings, borders and text become start/end. Offsets (`left: 0`) stay: old browsers lack `inset-inline`. */
export const logical = {
  postcssPlugin: "doorstep-logical",
  Declaration(decl) {
    const side = /^(margin|padding|border)-(left|right)(.*)$/.exec(decl.prop);
    if (side) decl.prop = `${side[1]}-${SIDES[side[2]]}${side[3]}`;
    if (decl.prop === "text-align" && decl.value in SIDES) decl.value = decl.value === "left" ? "start" : "end";
    if (decl.prop === "float" || decl.prop === "clear") throw decl.error("floats have no writing direction here: use flex");
    const four = /^(margin|padding)$/.test(decl.prop) && decl.value.split(/\s+(?![^(]*\))/);
    if (four && four.length === 4 && four[1] !== four[3]) {
      decl.cloneBefore({ value: `${four[0]} 0 ${four[2]}` });
      decl.cloneBefore({ prop: `${decl.prop}-inline-start`, value: four[3] });
      decl.replaceWith({ prop: `${decl.prop}-inline-end`, value: four[1] });
    }
  },
};

/** Fails the build when something of GOV.UK's identity, or any request for another file, is left. */
export const identity = {
  postcssPlugin: "doorstep-identity",
  OnceExit(root) {
    const text = root.toString();
    const found = /govuk|gds|transport|crown|crest|@font-face|@import|url\(/i.exec(text);
    if (found) throw new Error(`style sheet still contains ${found[0]}`);
  },
};

function removeEmpty(root) {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((at) => {
    if (at.nodes && at.nodes.length === 0) at.remove();
  });
}
