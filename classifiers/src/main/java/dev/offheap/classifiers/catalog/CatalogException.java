package dev.offheap.classifiers.catalog;

/** A catalog file that is refused; the message is one line with file, line and reason. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
