// Copies the front-end packages' compiled files to wwwroot/lib (git-ignored).
// The CSS loses its @font-face rules (they name an outside host; arial is the design system's own fallback)
// and its absolute /assets/ URLs, so that it works under a strict CSP and under a path base.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const strip = text => text.replace(/\n?(\/\*|\/\/)# sourceMappingURL=.*$/m, '');

const nhsuk = 'node_modules/nhsuk-frontend/dist/nhsuk', to = 'wwwroot/lib/nhsuk';
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
cpSync(`${nhsuk}/assets/images`, `${to}/assets/images`, { recursive: true });
writeFileSync(`${to}/nhsuk-frontend.min.js`, strip(readFileSync(`${nhsuk}/nhsuk-frontend.min.js`, 'utf8')));
const css = strip(readFileSync(`${nhsuk}/nhsuk-frontend.min.css`, 'utf8'))
  .replace(/@font-face\{[^}]*\}/g, '')
  .replaceAll('url(/assets/', 'url(assets/');
if (/url\(\s*['"]?(https?:)?\/\//.test(css)) throw new Error('the CSS still names an outside host');
writeFileSync(`${to}/nhsuk-frontend.min.css`, css);

const autocomplete = 'node_modules/accessible-autocomplete/dist', toAutocomplete = 'wwwroot/lib/accessible-autocomplete';
rmSync(toAutocomplete, { recursive: true, force: true });
mkdirSync(toAutocomplete, { recursive: true });
for (const name of ['accessible-autocomplete.min.js', 'accessible-autocomplete.min.css'])
  writeFileSync(`${toAutocomplete}/${name}`, strip(readFileSync(`${autocomplete}/${name}`, 'utf8')));
