// express-gateway loads its plugins as CommonJS.
const { checkStep } = require("./check.js");

module.exports = {
  version: "1.0.0",
  policies: ["bench-check"],
  init(context) {
    context.registerPolicy({
      name: "bench-check",
      schema: { $id: "http://express-gateway.io/schemas/policies/bench-check.json", type: "object" },
      policy: () => checkStep,
    });
  },
};
