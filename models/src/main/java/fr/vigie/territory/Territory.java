package fr.vigie.territory;

/**
 * A territory of a mesh.
 *
 * @param mesh the mesh
 * @param id its code in that mesh
 */
public record Territory(Mesh mesh, String id) implements Comparable<Territory> {
    @Override
    public int compareTo(Territory other) {
        int byMesh = mesh.compareTo(other.mesh);
        return byMesh == 0 ? id.compareTo(other.id) : byMesh;
    }

    @Override
    public String toString() {
        return mesh.key() + " " + id;
    }
}
