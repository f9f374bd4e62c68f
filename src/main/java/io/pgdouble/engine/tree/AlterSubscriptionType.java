package io.pgdouble.engine.tree;

/** ALTER SUBSCRIPTION. */
public enum AlterSubscriptionType {
  OPTIONS,
  CONNECTION,
  SET_PUBLICATION,
  ADD_PUBLICATION,
  DROP_PUBLICATION,
  REFRESH,
  ENABLED,
  SKIP
}
