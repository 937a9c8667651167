package io.kehu.platform.listing;

import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that every list takes. */
public class ListRequest {

    static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    @RestQuery
    @Parameter(
            description = "Rows per page 每页条数, 1 to 200",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    Integer limit;

    @RestQuery
    @Parameter(description = "Where the last page ended: its nextCursor 游标")
    String cursor;

    @RestQuery
    @Parameter(
            description =
                    "RSQL filter 筛选, for instance createdAt=ge=2026-01-01;createdBy==anna : a semicolon is and, a comma or; at most 25 conditions")
    String filter;

    @RestQuery
    @Parameter(description = "Sort 排序, for instance -createdAt,name ; a minus means descending")
    String sort;

    @RestQuery
    @Parameter(description = "Text to search for 搜索")
    String q;

    @RestQuery
    @Parameter(
            description =
                    "true lists the recycle bin 回收站 instead: what was deleted in the last 30 days and can be restored")
    boolean deleted;

    @RestQuery
    @Parameter(
            description =
                    "A saved view 视图: its filter holds beside this one, its sort and text where none are given, its columns in files")
    UUID view;

    @RestQuery
    @Parameter(description = "Whether to count the rows: none, estimate (exact up to 10,000), or exact 计数")
    CountMode count;

    /** What files are to have of each row, by the saved view; empty for all. */
    List<String> columns = List.of();

    public ListRequest() {}

    /** A request made in code. */
    public static ListRequest of(String filter, String sort, int limit) {
        var request = new ListRequest();
        request.filter = filter;
        request.sort = sort;
        request.limit = limit;
        return request;
    }

    /** The same where this text is found; null for everywhere. */
    public ListRequest searching(String text) {
        q = text;
        return this;
    }

    public List<String> columns() {
        return columns;
    }

    /** The same, from where a page ended; null for the first page. */
    public ListRequest from(String position) {
        cursor = position;
        return this;
    }

    /** Fails with 400 if it asks for a page or a count where the whole list is given. */
    public void requireWhole() {
        var errors = new ArrayList<InvalidField>();
        refuse("count", count, errors);
        refuse("cursor", cursor, errors);
        refuse("limit", limit, errors);
        if (!errors.isEmpty()) {
            throw new BadRequest("validation.failed", errors);
        }
    }

    private static void refuse(String name, Object value, List<InvalidField> errors) {
        if (value != null) {
            errors.add(new InvalidField(name, "parameter.unknown", "filter, q, sort"));
        }
    }

    /** How the total of a list is told. */
    public enum CountMode {
        none,
        estimate,
        exact
    }
}
