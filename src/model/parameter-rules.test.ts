import assert from "node:assert/strict";
import { test } from "node:test";
import type { BackendParameter, ConstantParameter, RequestParameter } from "./api.ts";
import { findParameterFault } from "./parameter-rules.ts";

function input(name: string, position: string, change: Partial<RequestParameter> = {}): RequestParameter {
  return { name, position, type: "string", defaultValue: null, isRequired: false, description: null, ...change };
}

function mapping(name: string, position: string, sourceName: string, sourcePosition: string): BackendParameter {
  const rest = { sourceType: null, sourceDescription: null, defaultValue: null };
  return { name, position, sourceName, sourcePosition, ...rest };
}

function constant(name: string, position: string, value = "v"): ConstantParameter {
  return { name, position, value, description: null };
}

interface Parts {
  readonly pathNames?: readonly string[];
  readonly inputs?: readonly RequestParameter[];
  readonly backendNames?: readonly string[];
  readonly mappings?: readonly BackendParameter[];
  readonly constants?: readonly ConstantParameter[];
}

function ruleBrokenBy({ pathNames = [], inputs = [], backendNames = [], mappings = [], constants = [] }: Parts) {
  const api = { requestParameters: inputs, backendParameters: mappings, constantParameters: constants };
  return findParameterFault(api, { frontend: pathNames, backend: backendNames })?.rule;
}

test("an API without parameters has no fault", () => {
  assert.equal(ruleBrokenBy({}), undefined);
});

test("path variables and declared path parameters are the same names", () => {
  assert.equal(ruleBrokenBy({ pathNames: ["id"], inputs: [input("id", "PATH")] }), undefined);
  assert.equal(ruleBrokenBy({ pathNames: ["id"] }), "request-parameters");
  assert.equal(ruleBrokenBy({ pathNames: ["id"], inputs: [input("id", "query")] }), "request-parameters");
  assert.equal(ruleBrokenBy({ inputs: [input("id", "path")] }), "request-parameters");
});

test("an input is declared once in a position, and header names ignore case", () => {
  assert.equal(ruleBrokenBy({ inputs: [input("a", "query"), input("A", "query"), input("a", "header")] }), undefined);
  assert.equal(ruleBrokenBy({ inputs: [input("a", "query"), input("a", "QUERY")] }), "request-parameters");
  assert.equal(ruleBrokenBy({ inputs: [input("X-A", "header"), input("x-a", "header")] }), "request-parameters");
});

test("inputs have a name and a known position", () => {
  assert.equal(ruleBrokenBy({ inputs: [input("", "query")] }), "request-parameters");
  assert.equal(ruleBrokenBy({ inputs: [input("a", "cookie")] }), "request-parameters");
  assert.equal(ruleBrokenBy({ inputs: [input("__proto__", "body")] }), undefined);
});

test("no name or value of a header can end its line or frame the message", () => {
  for (const name of ["a b", "a\r\nX", "Transfer-Encoding", "content-length"]) {
    assert.equal(ruleBrokenBy({ inputs: [input(name, "header")] }), "request-parameters", name);
    assert.equal(ruleBrokenBy({ constants: [constant(name, "header")] }), "constant-parameters", name);
    const mappings = [mapping(name, "header", "q", "query")];
    assert.equal(ruleBrokenBy({ inputs: [input("q", "query")], mappings }), "backend-parameters", name);
  }
  assert.equal(ruleBrokenBy({ constants: [constant("X", "header", "1\r\nY: 2")] }), "constant-parameters");
  const inputs = [input("X", "header", { defaultValue: "1\nY: 2" })];
  assert.equal(ruleBrokenBy({ inputs }), "request-parameters");
  const moved = {
    inputs: [input("q", "query", { defaultValue: "1\nY: 2" })],
    mappings: [mapping("X", "header", "q", "query")],
  };
  assert.equal(ruleBrokenBy(moved), "backend-parameters");
});

test("a mapping names a declared input and its position", () => {
  const inputs = [input("q", "QUERY"), input("X-Trace", "header")];
  assert.equal(ruleBrokenBy({ inputs, mappings: [mapping("X-Q", "header", "q", "query")] }), undefined);
  assert.equal(ruleBrokenBy({ inputs, mappings: [mapping("t", "query", "x-trace", "HEADER")] }), undefined);
  assert.equal(ruleBrokenBy({ inputs, mappings: [mapping("a", "query", "q", "header")] }), "parameter-source");
  assert.equal(ruleBrokenBy({ inputs, mappings: [mapping("a", "query", "Q", "query")] }), "parameter-source");
});

test("a variable of the backend path is filled by a mapping or by the path parameter of its name", () => {
  const pathNames = ["id"];
  const inputs = [input("id", "path")];
  assert.equal(ruleBrokenBy({ pathNames, inputs, backendNames: ["id"] }), undefined);
  assert.equal(ruleBrokenBy({ pathNames, inputs, backendNames: ["user"] }), "path-variable");
  const mappings = [mapping("user", "path", "id", "path")];
  assert.equal(ruleBrokenBy({ pathNames, inputs, mappings, backendNames: ["user"] }), undefined);
  assert.equal(ruleBrokenBy({ inputs: [input("id", "query")], backendNames: ["id"] }), "path-variable");
});

test("constants go to headers and the query, each once", () => {
  assert.equal(ruleBrokenBy({ constants: [constant("host", "header"), constant("a", "QUERY", "\u4e2d")] }), undefined);
  assert.equal(ruleBrokenBy({ constants: [constant("a", "path")] }), "constant-parameters");
  assert.equal(ruleBrokenBy({ constants: [constant("a", "query"), constant("a", "query")] }), "constant-parameters");
});
