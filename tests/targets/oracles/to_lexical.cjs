// A line of JSON (a text of HTML) in, a line of JSON (the lexical document that Ghost's editor makes of it) out.
const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');
const lines = require('node:fs').readFileSync(0, 'utf8').split('\n');
for (const line of lines.filter(Boolean)) console.log(JSON.stringify(htmlToLexical(JSON.parse(line))));
