using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Petitions.Data.Keys;

namespace Petitions.Web.Access;

/// <summary>Opens what <see cref="SealedKeyXml"/> sealed. Data protection makes it by its type, with the services as the one argument.</summary>
internal sealed class SealedKeyXmlOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<ColumnProtector>().Unprotect(encryptedElement.Value));
}
