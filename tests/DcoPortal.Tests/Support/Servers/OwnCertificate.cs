using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>A certificate for loopback that nobody vouches for.</summary>
internal static class OwnCertificate
{
    public const string File = "cert.pem";

    public const string KeyFile = "key.pem";

    /// <summary>Makes one and writes it and its key into the folder.</summary>
    public static X509Certificate2 Make(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        System.IO.File.WriteAllText(Path.Combine(folder, File), certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(Path.Combine(folder, KeyFile), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }
}
