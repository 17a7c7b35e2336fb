// chartjs-node-canvas asks for `canvas`, whose binary is downloaded from outside npm. The same interface comes from @napi-rs/canvas, whose binary is in npm.
module.exports = require('@napi-rs/canvas/node-canvas.js');
