// mathjs loads in a tenth of a second, and one fit in ten questions needs it. `load`, because the bundler follows `require` itself.
const load = require;
module.exports = { inv: (matrix) => load('mathjs/lib/browser/math.js').inv(matrix) };
