package io.kehu.platform.table;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The formats in which tables are given out. */
public enum TableType {
    CSV("text/csv", "csv"),
    XLSX(TableType.XLSX_MEDIA_TYPE, "xlsx");

    /** For annotations. */
    public static final String CSV_MEDIA_TYPE = "text/csv";

    /** For annotations. */
    public static final String XLSX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** For annotations of an operation that answers in JSON where nothing else is asked for. */
    public static final String CSV_BESIDE_JSON = CSV_MEDIA_TYPE + ";qs=0.5";

    /** For annotations of an operation that answers in JSON where nothing else is asked for. */
    public static final String XLSX_BESIDE_JSON = XLSX_MEDIA_TYPE + ";qs=0.5";

    private final String mediaType;
    private final String ending;

    TableType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** What a caller wants most of what it names; {@code otherwise} if it names none. */
    public static TableType wanted(List<MediaType> accepted, TableType otherwise) {
        for (var type : accepted) {
            for (var known : values()) {
                if (known.mediaType.equals(type.getType() + "/" + type.getSubtype())) {
                    return known;
                }
            }
        }
        return otherwise;
    }

    public String contentType() {
        return this == CSV ? mediaType + "; charset=UTF-8" : mediaType;
    }

    /** Of file names, without the dot. */
    public String ending() {
        return ending;
    }
}
