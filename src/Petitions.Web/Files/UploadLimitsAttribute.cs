using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Petitions.Services.Files.Checks;

namespace Petitions.Web.Files;

/// <summary>
/// Raises the limits of one route for files (security.md C7). A file stays in memory until it is sealed: a form kept on the
/// disk while it is read would leave plain evidence in a temporary folder.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitsAttribute : Attribute, IFilterFactory, IOrderedFilter, IRequestSizeLimitMetadata
{
    private readonly RequestFormLimitsAttribute form = new()
    {
        MultipartBodyLengthLimit = FileLimits.RequestBytes,
        MemoryBufferThreshold = (int)FileLimits.RequestBytes,
        ValueCountLimit = 64,
        MultipartHeadersLengthLimit = 8 * 1024,
    };

    public bool IsReusable => true;

    // Before the form is read for the antiforgery token.
    public int Order => form.Order;

    public long? MaxRequestBodySize => FileLimits.RequestBytes;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => form.CreateInstance(serviceProvider);
}
