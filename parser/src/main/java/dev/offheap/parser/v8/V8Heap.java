package dev.offheap.parser.v8;

import java.util.Optional;

/**
 * The graph of one isolate: nodes by number from 0, each with its outgoing edges at consecutive numbers.
 *
 * <p>Texts are kept for what names types, functions, files and links. Of the program's own strings only those are kept
 * that look like a script's path or an SQLite setting; {@link #name} of the others is empty.
 */
public final class V8Heap {
    private final String input;
    private final Nodes nodes;
    private final Edges edges;
    private final String[] texts;
    private final Positions positions;
    private final AllocationSites sites;

    V8Heap(String input, Nodes nodes, Edges edges, String[] texts, Positions positions, AllocationSites sites) {
        this.input = input;
        this.nodes = nodes;
        this.edges = edges;
        this.texts = texts;
        this.positions = positions;
        this.sites = sites;
    }

    /** Name of the file it was read from. */
    public String input() {
        return input;
    }

    public int nodeCount() {
        return nodes.count();
    }

    public NodeKind kind(int node) {
        return NodeKind.of(nodes.kind(node));
    }

    /** Name of the type, function, script or native class; empty for the program's own data. */
    public String name(int node) {
        return text(nodes.name(node));
    }

    /** Shallow size in bytes; of a native node, the native memory behind it. */
    public long selfBytes(int node) {
        return nodes.selfBytes(node);
    }

    /** V8's own number of the node, the same in all snapshots of one isolate. */
    public long id(int node) {
        return nodes.id(node);
    }

    public int edgeCount() {
        return edges.count();
    }

    /** Number of the node's first edge; its last is the one before {@code firstEdge(node + 1)}. */
    public int firstEdge(int node) {
        return nodes.firstEdge(node);
    }

    public EdgeKind edgeKind(int edge) {
        return EdgeKind.of(edges.kind(edge));
    }

    /** The node that the edge leads to. */
    public int target(int edge) {
        return edges.target(edge);
    }

    /** Name of the link; empty where it has a number. */
    public String edgeName(int edge) {
        return edgeKind(edge).isNumbered() ? "" : text(edges.label(edge));
    }

    /** Number of the link's name among {@link #textCount()} texts; -1 where the link has no name. */
    public int edgeText(int edge) {
        return edgeKind(edge).isNumbered() ? -1 : edges.label(edge);
    }

    public int textCount() {
        return texts.length;
    }

    /** One text by its number; empty when it was not kept. */
    public String text(int number) {
        String text = number >= 0 && number < texts.length ? texts[number] : null;
        return text == null ? "" : text;
    }

    /** The node that the first edge of this name leads to; -1 when there is none. */
    public int follow(int node, String name) {
        for (int edge = firstEdge(node); edge < firstEdge(node + 1); edge++) {
            if (edgeName(edge).equals(name)) {
                return target(edge);
            }
        }
        return -1;
    }

    /** Where a function was defined, where the file says so. */
    public Optional<SourcePosition> position(int node) {
        return positions.of(node);
    }

    /** The script that allocated the node, innermost call first; empty unless allocations were tracked. */
    public Optional<AllocationSites.Site> allocatedAt(int node) {
        return sites.of(nodes.trace(node));
    }
}
