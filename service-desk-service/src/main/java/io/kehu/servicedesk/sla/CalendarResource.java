package io.kehu.servicedesk.sla;

import io.kehu.platform.listing.Page;
import io.kehu.platform.table.TableType;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.Year;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/calendars")
@Tag(name = "Calendars 工作日历")
@RunOnVirtualThread
@Idempotent
public class CalendarResource {

    private final Calendars calendars;

    CalendarResource(Calendars calendars) {
        this.calendars = calendars;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List business calendars 工作日历列表, all on one page")
    public Page<CalendarView> listCalendars() {
        return new Page<>(calendars.all(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a business calendar 查看工作日历")
    public CalendarView getCalendar(String key) {
        return calendars.require(key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("ticket:admin")
    @Operation(summary = "Define a business calendar, or change one 定义工作日历; running clocks follow within seconds")
    public CalendarView putCalendar(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String key, @Valid @NotNull CalendarFields calendar) {
        return calendars.put(key, calendar);
    }

    @GET
    @Path("/{key}/days")
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the holidays and make-up workdays of a year 节假日与调休, all on one page")
    public Page<SpecialDay> listDays(
            String key,
            @RestQuery @Min(1970) @Max(9998) @Parameter(description = "This year when left out", example = "2026")
                    Integer year) {
        calendars.require(key);
        var first = (year == null ? Year.now() : Year.of(year)).atDay(1);
        return new Page<>(calendars.days(key, first, first.plusYears(1)), null, null);
    }

    @POST
    @Path("/{key}/days")
    @RolesAllowed("ticket:admin")
    @Operation(summary = "Load holidays and make-up workdays 导入节假日与调休, for instance of a year that was announced")
    public void loadDays(String key, @Valid @NotNull CalendarDays days) {
        calendars.load(key, days.days());
    }

    @PUT
    @Path("/{key}/days")
    @Consumes({TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE})
    @RolesAllowed("ticket:admin")
    @Operation(
            summary =
                    "Take the holidays and make-up workdays of whole years from a file 按文件更新节假日与调休: those of each year that it has days of are replaced",
            description =
                    "CSV or XLSX with the columns date 日期, until 结束日期 (of a stretch of days), kind 类型 (HOLIDAY 放假 or WORKDAY 上班),"
                            + " name 名称, hours 时段 (such as 09:00-12:00;13:00-18:00) and source 来源; all of it is taken, or nothing.")
    public Page<SpecialDay> replaceDays(
            String key, @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] file) {
        return new Page<>(calendars.replace(key, DaysFile.read(file)), null, null);
    }

    @DELETE
    @Path("/{key}/days/{date}")
    @RolesAllowed("ticket:admin")
    @Operation(summary = "Make a date a usual one again 删除节假日或调休")
    public void deleteDay(String key, LocalDate date) {
        calendars.forget(key, date);
    }
}
