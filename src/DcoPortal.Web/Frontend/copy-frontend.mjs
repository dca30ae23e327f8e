// Makes what the browser loads (git-ignored): the portal's own style and its script with the components it uses, minified, and the packages'
// compiled files.
// The CSS loses its @font-face rules (they name an outside host; arial is the design system's own fallback)
// and its absolute /assets/ URLs, so that it works under a strict CSP and under a path base.
import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

for (const name of ['css/site.css', 'js/site.js'])
  buildSync({ entryPoints: [`Frontend/${name.split('/')[1]}`], outfile: `wwwroot/${name}`, minify: true, bundle: name.endsWith('.js'), format: name.endsWith('.js') ? 'esm' : undefined, target: ['chrome111', 'firefox114', 'safari16.4'], logLevel: 'warning' });

const strip = text => text.replace(/\n?(\/\*|\/\/)# sourceMappingURL=.*$/m, '');

const nhsuk = 'node_modules/nhsuk-frontend/dist/nhsuk', to = 'wwwroot/lib/nhsuk';
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
cpSync(`${nhsuk}/assets/images`, `${to}/assets/images`, { recursive: true });
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
