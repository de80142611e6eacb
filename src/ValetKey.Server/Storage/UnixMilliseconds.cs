using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ValetKey.Server.Storage;

/// <summary>How a moment is stored: milliseconds since 1970, since SQLite cannot sort a <see cref="DateTimeOffset"/> as it is.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
