interface Node<V> {
  label: string;
  value: V | undefined;
  children: Map<number, Node<V>>;
}

function commonPrefixLength(left: string, right: string): number {
  const limit = Math.min(left.length, right.length);
  let length = 0;
  while (length < limit && left.charCodeAt(length) === right.charCodeAt(length)) length++;
  return length;
}

/** A compressed prefix tree. A walk costs one map look-up per branching point on the way, however many keys are stored. */
export class RadixTrie<V extends object> {
  readonly #root: Node<V> = { label: "", value: undefined, children: new Map() };

  /** The value stored under `key`, created when there is none. */
  getOrCreate(key: string, create: () => V): V {
    let node = this.#root;
    let rest = key;
    while (rest !== "") {
      const child = node.children.get(rest.charCodeAt(0));
      if (child === undefined) {
        const leaf = { label: rest, value: undefined, children: new Map() };
        node.children.set(rest.charCodeAt(0), leaf);
        node = leaf;
        break;
      }
      const shared = commonPrefixLength(child.label, rest);
      if (shared < child.label.length) splitNode(child, shared);
      node = child;
      rest = rest.slice(shared);
    }
    node.value ??= create();
    return node.value;
  }

  /** Calls `visit` for every stored key that `text` holds at `start`, shortest first. */
  forEachPrefix(text: string, start: number, visit: (value: V) => void): void {
    let node: Node<V> | undefined = this.#root;
    let index = start;
    while (node !== undefined && text.startsWith(node.label, index)) {
      index += node.label.length;
      if (node.value !== undefined) visit(node.value);
      node = node.children.get(text.charCodeAt(index));
    }
  }

  /** Visits every value after those stored under prefixes of its key, with the value of the longest such prefix. */
  forEachWithParent(visit: (value: V, parent: V | undefined) => void): void {
    const pending: [Node<V>, V | undefined][] = [[this.#root, undefined]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [node, parent] = next;
      if (node.value !== undefined) visit(node.value, parent);
      for (const child of node.children.values()) pending.push([child, node.value ?? parent]);
    }
  }

  /** The value of the longest stored key that `text` begins with. */
  longestPrefix(text: string): V | undefined {
    let node: Node<V> | undefined = this.#root;
    let index = 0;
    let found: V | undefined;
    while (node !== undefined && text.startsWith(node.label, index)) {
      index += node.label.length;
      found = node.value ?? found;
      node = node.children.get(text.charCodeAt(index));
    }
    return found;
  }
}

/** Cuts a node's label in two; the node keeps the first part and a new child takes everything else. */
function splitNode<V>(node: Node<V>, length: number): void {
  const lower = { label: node.label.slice(length), value: node.value, children: node.children };
  node.label = node.label.slice(0, length);
  node.value = undefined;
  node.children = new Map([[lower.label.charCodeAt(0), lower]]);
}
