// @ts-check
// What the picture says, as dom.AppendOps tells it: a tree of nodes that is kept
// up to date by its changes.

/**
 * @typedef {object} Node what dom.AppendOps tells of a mark
 * @property {string} id
 * @property {string} role
 * @property {string} [text]
 * @property {string} [detail]
 * @property {string[]} [figures]
 * @property {string} [target]
 * @property {string} [value]
 * @property {boolean} [on]
 * @property {number[]} [range] now, min, max, step
 * @property {number[] | null} [at] x, y, width, height
 * @property {string} [in]
 */
/** @typedef {Node & {op: string, after?: string}} Op */

export class Tree {
  constructor() {
    /** @type {Map<string, Node>} */
    this.nodes = new Map();
    /** @type {Map<string, string[]>} */
    this.kids = new Map();
  }

  /** @param {Op[]} ops @returns {Set<string>} the nodes whose words have come or changed */
  apply(ops) {
    /** @type {Set<string>} */
    const fresh = new Set();
    for (const op of ops) {
      if (op.op !== "set") this.unlink(op.id);
      if (op.op === "remove") {
        this.nodes.delete(op.id);
        continue;
      }
      const { op: kind, after, ...told } = op;
      this.nodes.set(op.id, Object.assign(this.nodes.get(op.id) ?? {}, told));
      if (kind !== "set") this.link(op.id, op.in ?? "", after ?? "");
      if (kind === "insert" || kind === "set" && (op.text !== undefined || op.detail !== undefined)) fresh.add(op.id);
    }
    return fresh;
  }

  /** @param {string} id */
  unlink(id) {
    const node = this.nodes.get(id);
    const kids = node && this.kids.get(node.in ?? "");
    if (kids?.includes(id)) kids.splice(kids.indexOf(id), 1);
  }

  /** @param {string} id @param {string} parent @param {string} after */
  link(id, parent, after) {
    const kids = this.kids.get(parent) ?? [];
    this.kids.set(parent, kids);
    kids.splice(after === "" ? 0 : kids.indexOf(after) + 1, 0, id);
  }

  /** Every node, each before what it holds. @param {string} parent @returns {Generator<Node>} */
  *walk(parent = "") {
    for (const id of this.kids.get(parent) ?? []) {
      const node = this.nodes.get(id);
      if (!node) continue;
      yield node;
      yield* this.walk(id);
    }
  }
}
