using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Petitions.Domain.Facts;

namespace Petitions.Data.Mappings;

/// <summary>Instants are UTC and cut to microseconds on the way in, and come back as UTC: both engines then agree.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => CanonicalJson.ToMicroseconds(instant),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
