// Circles in what imports what.

/** The groups of names that reach each other, each in alphabetical order; a name alone is not a circle. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...graph.keys()].map((name) => [name, reachedFrom(graph, name)]));
  const circles = [...graph.keys()].map((name) =>
    [...(reached.get(name) ?? [])].filter((other) => reached.get(other)?.has(name)).sort(),
  );
  const found = new Map(circles.filter((names) => names.length > 1).map((names) => [names.join(), names]));
  return [...found.keys()].sort().flatMap((key) => [found.get(key) ?? []]);
}

function reachedFrom(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const reached = new Set<string>();
  const ahead = [...(graph.get(start) ?? [])];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    ahead.push(...(graph.get(name) ?? []));
  }
  return reached;
}
