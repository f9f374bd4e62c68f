package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.type.ArrayTypes;
import io.pgdouble.type.DomainIo;
import io.pgdouble.type.EnumIo;
import io.pgdouble.type.EnumLabels;
import io.pgdouble.type.RowType;
import io.pgdouble.type.RowTypeIo;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.UserTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the values of users' types are read and written, from the rows of one catalog. */
public final class CatalogTypes {
  private final Catalog catalog;
  private final Map<Integer, Optional<TypeIo>> known = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<EnumLabels>> labels = new ConcurrentHashMap<>();

  private CatalogTypes(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Those of a catalog, made once. */
  public static CatalogTypes of(Catalog catalog) {
    return catalog.derived(CatalogTypes.class, CatalogTypes::new);
  }

  /** {@link UserTypes#io}. */
  public Optional<TypeIo> io(int oid) {
    return known.computeIfAbsent(oid, key -> catalog.findType(oid).flatMap(this::make));
  }

  private Optional<TypeIo> make(TypeEntry type) {
    if (type.isTrueArray()) {
      return Optional.of(ArrayTypes.of(type.element(), ','));
    }
    return switch (type.kind()) {
      case 'e' -> labels(type.oid()).map(found -> new EnumIo(type.oid(), found));
      case 'c' -> catalog.relationOfRowType(type.oid()).map(row -> rowType(type.oid(), row));
      case 'd' -> Optional.of(domain(type));
      default -> Optional.empty();
    };
  }

  private TypeIo domain(TypeEntry domain) {
    return new DomainIo(
        domain.oid(),
        TypeFacts.baseType(catalog, domain.oid()),
        TypeFacts.baseTypmod(catalog, domain.oid()));
  }

  private static TypeIo rowType(int oid, RelationEntry relation) {
    List<RowType.Field> fields =
        relation.attributes().stream()
            .map(column -> new RowType.Field(column.name(), column.type(), column.typmod()))
            .toList();
    return new RowTypeIo(new RowType(oid, fields));
  }

  /** {@link UserTypes#labels}. */
  public Optional<EnumLabels> labels(int oid) {
    return labels.computeIfAbsent(oid, this::readLabels);
  }

  private Optional<EnumLabels> readLabels(int oid) {
    if (catalog.findType(oid).filter(type -> type.kind() == 'e').isEmpty()) {
      return Optional.empty();
    }
    List<EnumLabels.Label> found =
        catalog.facts().table("pg_enum").where("enumtypid", Integer.toUnsignedString(oid)).stream()
            .sorted(Comparator.comparing(CatalogTypes::place))
            .map(row -> new EnumLabels.Label(row.oid("oid"), row.text("enumlabel")))
            .toList();
    return Optional.of(new EnumLabels(found));
  }

  private static float place(FactRow row) {
    return Float.parseFloat(row.text("enumsortorder"));
  }
}
