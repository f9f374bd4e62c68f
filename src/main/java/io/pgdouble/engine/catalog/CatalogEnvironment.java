package io.pgdouble.engine.catalog;

import io.pgdouble.type.ByteaOutput;
import io.pgdouble.type.DateStyle;
import io.pgdouble.type.EnumLabels;
import io.pgdouble.type.IntervalStyle;
import io.pgdouble.type.ObjectNames;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.UserTypes;
import io.pgdouble.type.Zone;
import java.util.Optional;

/** Nobody's session, in which users' types are known: for values that stand in definitions. */
public record CatalogEnvironment(Catalog catalog) implements TypeEnvironment {
  private static final TypeEnvironment STANDARD = StandardTypeEnvironment.INSTANCE;

  @Override
  public DateStyle dateStyle() {
    return STANDARD.dateStyle();
  }

  @Override
  public IntervalStyle intervalStyle() {
    return STANDARD.intervalStyle();
  }

  @Override
  public Zone timeZone() {
    return STANDARD.timeZone();
  }

  @Override
  public int extraFloatDigits() {
    return STANDARD.extraFloatDigits();
  }

  @Override
  public ByteaOutput byteaOutput() {
    return STANDARD.byteaOutput();
  }

  @Override
  public long transactionStart() {
    return STANDARD.transactionStart();
  }

  @Override
  public int major() {
    return catalog.facts().major();
  }

  @Override
  public void checkPattern(String pattern, String options) {
    STANDARD.checkPattern(pattern, options);
  }

  @Override
  public ObjectNames objectNames() {
    return STANDARD.objectNames();
  }

  @Override
  public UserTypes userTypes() {
    return new UserTypes() {
      @Override
      public Optional<TypeIo> io(int oid) {
        return CatalogTypes.of(catalog).io(oid);
      }

      @Override
      public Optional<EnumLabels> labels(int oid) {
        return CatalogTypes.of(catalog).labels(oid);
      }

      /** What stands in a definition was a value of the domain when it was written. */
      @Override
      public void checkDomain(int oid, Object value) {}
    };
  }
}
