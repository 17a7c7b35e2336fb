// mathjs loads in a tenth of a second, and one fit or hour in ten questions needs it. `load`, because the bundler follows `require` itself.
const load = require;
const late =
  (name) =>
  (...args) =>
    load('mathjs/lib/browser/math.js')[name](...args);
module.exports = { inv: late('inv'), lgamma: late('lgamma') };
